package intandem.domain.port;

/** What is stored is not what was written: a file is damaged, and trying again does not help. */
public final class DamageException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** What is damaged, and what was found. The message holds no secret and no text of users. */
  public DamageException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What is damaged. */
  public DamageException(String message) {
    super(message);
  }
}
