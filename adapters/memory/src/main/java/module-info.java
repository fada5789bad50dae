import org.jspecify.annotations.NullMarked;

/** Every port in memory, and the simulator. */
@NullMarked
module intandem.memory {
  requires static org.jspecify;
  requires transitive intandem.domain;

  exports intandem.memory;
}
