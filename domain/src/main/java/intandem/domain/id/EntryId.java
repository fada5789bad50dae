package intandem.domain.id;

/** A command's own id, 16 bytes that only its author could compute: one command, one outcome. */
public record EntryId(Bytes value) {
  /** Length in bytes. */
  public static final int SIZE = 16;

  private static final int SHOWN_DIGITS = 8;

  public EntryId {
    if (value.size() != SIZE) {
      throw new IllegalArgumentException("an entry id has 16 bytes, not " + value.size());
    }
  }

  /** Its first 8 hex digits: enough to tell claims apart, for people. */
  public String shown() {
    return value.hex().substring(0, SHOWN_DIGITS);
  }

  @Override
  public String toString() {
    return value.hex();
  }
}
