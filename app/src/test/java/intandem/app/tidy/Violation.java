package intandem.app.tidy;

/** A broken rule, printed as {@code file:line: rule}. */
record Violation(String file, long line, String rule) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + rule;
  }
}
