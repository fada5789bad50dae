package intandem.domain.protocol;

/** On which version of a variable a new value builds. */
public sealed interface Expected {
  /** Whatever there is. */
  record Any() implements Expected {}

  /** Exactly this one; 0 if there must be none. */
  record Version(long number) implements Expected {}
}
