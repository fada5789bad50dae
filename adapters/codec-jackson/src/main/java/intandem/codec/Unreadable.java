package intandem.codec;

/** Ends the reading of a malformed message. Never leaves this package, never quotes the message. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String fault;

  Unreadable(String fault) {
    super(fault, null, false, false);
    this.fault = fault;
  }

  /** What is wrong, and in which field. */
  String fault() {
    return fault;
  }
}
