import org.jspecify.annotations.NullMarked;

/** The files of the project that a session works in, read without following links. */
@NullMarked
module intandem.project {
  requires static org.jspecify;
  requires transitive intandem.domain;

  exports intandem.project;
}
