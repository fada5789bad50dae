import org.jspecify.annotations.NullMarked;

/** The entry log and a member's vault in SQLite. */
@NullMarked
module intandem.storage {
  requires static org.jspecify;
  requires transitive intandem.domain;
  requires java.sql;
  requires org.xerial.sqlitejdbc;

  exports intandem.storage;
}
