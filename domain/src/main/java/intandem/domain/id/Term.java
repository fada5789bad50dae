package intandem.domain.id;

import java.util.Comparator;

/** One reign of one hub key, ordered by number, then by key. Numbers start at 1. */
public record Term(int number, Bytes hubKey) implements Comparable<Term> {
  private static final Comparator<Term> ORDER =
      Comparator.comparingInt(Term::number).thenComparing(term -> term.hubKey().hex());

  public Term {
    if (number < 1 || hubKey.size() != 32) {
      throw new IllegalArgumentException("a term has a positive number and a key of 32 bytes");
    }
  }

  @Override
  public int compareTo(Term other) {
    return ORDER.compare(this, other);
  }
}
