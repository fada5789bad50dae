package intandem.home;

import intandem.domain.id.Bytes;
import intandem.domain.id.InviteCode;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a session's process is in its workspace. */
public sealed interface Hosting {
  /** A member, and not the hub. */
  record Guest() implements Hosting {}

  /** Nothing any more: the session left, and returns when it is asked to, never by itself. */
  record Left() implements Hosting {}

  /**
   * The hub, on that loopback port.
   *
   * @param salt 16 random bytes, fresh for each code
   * @param tag one byte, 0 to 255, by which a code finds this hub; too little to test a code with
   */
  record Hub(int port, Bytes salt, int tag) implements Hosting {
    public Hub {
      if (port < 1 || port > 65_535 || tag < 0 || tag > 255) {
        throw new IllegalArgumentException("not a hub");
      }
    }

    boolean fits(InviteCode code) {
      return tag == hint(salt, code);
    }
  }

  /** A hub with an invite code. */
  static Hub hub(int port, InviteCode code, RandomGenerator entropy) {
    Bytes salt = Bytes.random(entropy, 16);
    return new Hub(port, salt, hint(salt, code));
  }

  /** First byte of HMAC-SHA256 (RFC 2104) of the code, keyed with the salt. */
  private static int hint(Bytes salt, InviteCode code) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt.toArray(), "HmacSHA256"));
      return mac.doFinal(code.secret().expose())[0] & 0xff;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
