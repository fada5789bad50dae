package intandem.domain.id;

/** A key epoch: numbered from 1 within its term; 0 before the first one. */
public record Epoch(Term term, int number) {
  public Epoch {
    if (number < 0) {
      throw new IllegalArgumentException("an epoch's number is not negative");
    }
  }

  /** The epoch after this one in the same term. */
  public Epoch next() {
    return new Epoch(term, number + 1);
  }
}
