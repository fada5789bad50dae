import org.jspecify.annotations.NullMarked;

/** The wire format, read and written with Jackson. */
@NullMarked
module intandem.codec {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires transitive intandem.domain;

  exports intandem.codec;
}
