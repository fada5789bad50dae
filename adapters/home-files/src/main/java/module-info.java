import org.jspecify.annotations.NullMarked;

/** The user's name, keys and session records as files under one directory. */
@NullMarked
module intandem.home {
  requires static org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires transitive intandem.domain;

  exports intandem.home;

  opens intandem.home to
      com.fasterxml.jackson.databind;
}
