package intandem.domain.join;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Lv;
import intandem.domain.id.Secret;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Codec;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Sealer;
import intandem.domain.protocol.KeyWrap.Wrapped;
import intandem.domain.protocol.Sealed;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What both sides of a join compute alike. */
final class Joint {
  static final int VERSION = 1;
  static final String SUITE = "cpace-21/x25519-sha512";
  static final int NONCE_SIZE = 16;

  private Joint() {}

  /** Names one exchange for both sides. */
  static Bytes session(Bytes ticket, Bytes joinerNonce, Bytes ownerNonce) {
    Lv parts = Lv.of("intandem/v1/join").add(ticket).add(joinerNonce).add(ownerNonce);
    return Hash.of(parts.bytes()).value();
  }

  /** Who talks to whom about what. */
  static Bytes context(WorkspaceId workspace) {
    return Lv.of("intandem/v1").add("joiner").add("owner").add(workspace.value()).bytes();
  }

  /** A box that the handshake's key opens: of the joiner, of the owner, or the owner's refusal. */
  record Box(String label, Secret key, Bytes session) {
    private static final int ENC_SIZE = 32;

    static final String HELLO = "intandem/v1/hello";
    static final String WELCOME = "intandem/v1/welcome";
    static final String REGRET = "intandem/v1/regret";

    Bytes seal(Sealer sealer, Codec codec, Sealed content) {
      return sealer.seal(boxKey(sealer), codec.encode(content), session);
    }

    <T extends Sealed> Optional<T> open(Sealer sealer, Codec codec, Class<T> kind, Bytes box) {
      return sealer
          .open(boxKey(sealer), box, session)
          .flatMap(bytes -> codec.decode(Sealed.class, bytes).valid())
          .filter(kind::isInstance)
          .map(kind::cast);
    }

    /** As {@link #seal}, and readable only with the private key to that one besides. */
    Bytes sealTo(Bytes reader, Sealer sealer, Codec codec, Sealed content) {
      Wrapped wrapped = sealer.wrap(reader, codec.encode(content), about());
      byte[] both =
          ByteBuffer.allocate(ENC_SIZE + wrapped.ct().size())
              .put(wrapped.enc().toArray())
              .put(wrapped.ct().toArray())
              .array();
      return sealer.seal(boxKey(sealer), Bytes.of(both), session);
    }

    <T extends Sealed> Optional<T> openAs(
        KeyPair reader, Sealer sealer, Codec codec, Class<T> kind, Bytes box) {
      return sealer
          .open(boxKey(sealer), box, session)
          .filter(both -> both.size() > ENC_SIZE)
          .map(both -> new Wrapped(both.slice(0, ENC_SIZE), both.slice(ENC_SIZE, both.size())))
          .flatMap(wrapped -> sealer.unwrap(reader, wrapped, about()))
          .flatMap(bytes -> codec.decode(Sealed.class, bytes).valid())
          .filter(kind::isInstance)
          .map(kind::cast);
    }

    private Bytes about() {
      return Lv.of(label).add(session).bytes();
    }

    private Secret boxKey(Sealer sealer) {
      return sealer.derive(key, session, Bytes.utf8(label));
    }
  }
}
