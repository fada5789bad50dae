package intandem.domain.port;

/** The network of this machine did not do as it should. */
public final class TransportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was attempted, and what went wrong. */
  public TransportException(String message, Throwable cause) {
    super(message, cause);
  }
}
