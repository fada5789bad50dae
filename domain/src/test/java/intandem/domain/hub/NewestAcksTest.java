package intandem.domain.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.hub.NewestAcks.Worth;
import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.Secret;
import intandem.domain.id.Term;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Signer;
import intandem.domain.protocol.Ack;
import intandem.domain.workspace.World;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewestAcksTest {
  private static final Term TERM = new Term(1, World.key("hub 1"));

  private final World world = new World("ana", "bo");
  private final NewestAcks acks = new NewestAcks(new Stamping());

  /** Signatures that anyone could make: the hash of public key and message. */
  private record Stamping() implements Signer {
    static Bytes stamp(Bytes publicKey, Bytes message) {
      return Hash.of(Lv.of("stamp").add(publicKey).add(message).bytes()).value();
    }

    @Override
    public boolean verify(Bytes publicKey, Bytes message, Bytes signature) {
      return signature.equals(stamp(publicKey, message));
    }

    @Override
    public KeyPair generate() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Bytes sign(Secret privateKey, Bytes message) {
      throw new UnsupportedOperationException();
    }
  }

  private Ack ack(String from, String signedBy, long index, long seen) {
    Head head = new Head(index, Hash.ZERO);
    Bytes input =
        Ack.signingInput(world.workspace().charter().id(), World.id(from), TERM, head, seen);
    Bytes signature = Stamping.stamp(World.key(signedBy), input);
    return new Ack(World.id(from), TERM, head, seen, signature);
  }

  private Worth add(Ack ack) {
    return acks.add(ack, world.workspace());
  }

  @Test
  void only_what_is_newer_is_kept_for_each_member() {
    Ack first = ack("ana", "ana", 3, 1);
    Ack newer = ack("ana", "ana", 3, 2);
    Ack other = ack("bo", "bo", 1, 0);
    assertEquals(
        List.of(Worth.NEW, Worth.NEW, Worth.NEW, Worth.OLD, Worth.OLD),
        List.of(add(first), add(newer), add(other), add(newer), add(first)));
    assertEquals(Set.of(newer, other), Set.copyOf(acks.all()));
  }

  @Test
  void one_signed_by_someone_else_is_forged_and_not_kept() {
    assertEquals(Worth.FORGED, add(ack("ana", "bo", 3, 1)));
    assertEquals(List.of(), List.copyOf(acks.all()));
  }

  @Test
  void one_whose_content_was_changed_is_forged() {
    Ack ack = ack("ana", "ana", 3, 1);
    Ack raised = new Ack(ack.from(), ack.term(), ack.head(), 3, ack.signature());
    assertEquals(Worth.FORGED, add(raised));
  }
}
