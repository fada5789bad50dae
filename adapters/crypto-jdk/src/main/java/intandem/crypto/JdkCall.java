package intandem.crypto;

import java.security.GeneralSecurityException;

/** A call into the JDK's cryptography that fails only where the runtime lacks an algorithm. */
@FunctionalInterface
interface JdkCall<T> {
  T run() throws GeneralSecurityException;

  /** The answer of the call; a failure is a broken runtime or a bug, never a wrong input. */
  static <T> T must(JdkCall<T> call) {
    try {
      return call.run();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java runtime refused a required algorithm", e);
    }
  }
}
