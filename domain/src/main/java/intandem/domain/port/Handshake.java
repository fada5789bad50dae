package intandem.domain.port;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import java.util.Optional;

/**
 * Agreement on a key from a short password that both sides know: CPace, X25519 with SHA-512
 * (draft-irtf-cfrg-cpace-21). Who listens or meddles learns nothing but one guess an attempt.
 */
public interface Handshake {

  /**
   * Begins one side's part.
   *
   * @param session unique to the exchange, known to both
   * @param context channel identifier, known to both
   * @param data own associated data, which the key confirms
   */
  Exchange begin(Role role, Secret password, Bytes session, Bytes context, Bytes data);

  /** The two sides. */
  enum Role {
    JOINER,
    OWNER
  }

  /** One side's part, to be finished once. */
  interface Exchange {
    /** What the other side needs. */
    Bytes share();

    /** The agreement; empty for a share that is invalid or one's own reflected. */
    Optional<Agreed> finish(Bytes theirShare, Bytes theirData);
  }

  /**
   * What both sides hold if they knew the same password and saw the same bytes.
   *
   * @param proof to send, showing that one knows the key
   * @param expected what the other side must send, compared with {@link Secret#equals}
   */
  record Agreed(Secret key, Bytes proof, Secret expected) {}
}
