package intandem.domain.port;

/** The disk, the database or a file did not do as it should. */
public sealed class StorageException extends RuntimeException permits DamageException {
  private static final long serialVersionUID = 1L;

  /** What was attempted, and what went wrong. The message holds no secret and no text of users. */
  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What was found to be wrong. */
  public StorageException(String message) {
    super(message);
  }
}
