package intandem.domain.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.admission.Limits;
import intandem.domain.id.Epoch;
import intandem.domain.id.Secret;
import intandem.domain.id.Term;
import intandem.domain.join.Founding;
import intandem.domain.join.JoinPorts;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Keyring.Known;
import intandem.domain.protocol.EpochKeys;
import intandem.memory.MemoryCodec;
import intandem.memory.MemoryHandshake;
import intandem.memory.MemorySealer;
import intandem.memory.MemorySigner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EpochsTest {
  private static final int MANY = 20_000;

  private final Random entropy = new Random(1);
  private final MemorySigner signer = new MemorySigner(entropy);
  private final MemorySealer sealer = new MemorySealer(entropy);
  private final Term term = new Term(1, signer.generate().publicKey());
  private final Identity ada = identity();
  private final Epochs epochs = new Epochs(sealer, ada);

  private Identity identity() {
    JoinPorts ports =
        new JoinPorts(new MemoryCodec(), sealer, signer, new MemoryHandshake(entropy), entropy);
    return Founding.of(ports, term.hubKey(), Limits.MAX_PEERS, Instant.EPOCH).identity();
  }

  private Known fresh(int number) {
    return new Known(new Epoch(term, number), Secret.random(entropy, 32));
  }

  private Known following(Known last, List<Epochs.Holder> to) {
    Known next = fresh(last.epoch().number() + 1);
    epochs.start(next.epoch(), keys(next, Optional.of(last.secret()), to));
    return next;
  }

  private EpochKeys keys(Known fresh, Optional<Secret> last, List<Epochs.Holder> to) {
    return Epochs.wrap(sealer, ada.workspace(), fresh, to, last);
  }

  @Test
  void the_first_of_thousands_of_epochs_is_unwound_from_the_last() {
    Known first = fresh(2);
    epochs.start(first.epoch(), keys(first, Optional.empty(), List.of()));
    Known last = first;
    for (int number = 3; number < MANY; number++) {
      last = following(last, List.of());
    }
    following(last, List.of(new Epochs.Holder(ada.member(), ada.seal().publicKey())));
    assertEquals(Optional.of(first.secret()), epochs.secret(first.epoch()));
  }
}
