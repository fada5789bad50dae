package intandem.domain.id;

/** A position in the log: the index of the last entry, counted from 1, and the chain hash there. */
public record Head(long index, Hash hash) {
  /** Before the first entry. */
  public static final Head START = new Head(0, Hash.ZERO);

  public Head {
    if (index < 0) {
      throw new IllegalArgumentException("an index is not negative");
    }
  }
}
