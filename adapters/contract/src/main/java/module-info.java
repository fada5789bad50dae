import org.jspecify.annotations.NullMarked;

/** What every implementation of a port must do, as test suites to extend. */
@NullMarked
module intandem.contract {
  requires static org.jspecify;
  requires transitive intandem.domain;
  requires transitive org.junit.jupiter.api;

  exports intandem.contract;
}
