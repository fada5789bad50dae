package intandem.project;

/**
 * Which rules a human lifted.
 *
 * @param ignoredAllowed files that git ignores may be shared; git is not asked
 * @param secretsAllowed files and lines that look like secrets may be shared
 */
public record Policy(boolean ignoredAllowed, boolean secretsAllowed) {
  /** Nothing is lifted. */
  public static final Policy STRICT = new Policy(false, false);
}
