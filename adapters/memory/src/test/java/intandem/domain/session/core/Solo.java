package intandem.domain.session.core;

import intandem.domain.admission.Limits;
import intandem.domain.id.Bytes;
import intandem.domain.id.Term;
import intandem.domain.join.Founding;
import intandem.domain.join.JoinPorts;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame.Challenge;
import intandem.domain.protocol.Place;
import intandem.domain.session.boundary.Role;
import intandem.domain.session.boundary.SessionPorts;
import intandem.memory.MemoryCodec;
import intandem.memory.MemoryEntryLog;
import intandem.memory.MemoryHandshake;
import intandem.memory.MemorySealer;
import intandem.memory.MemorySigner;
import intandem.memory.MemoryVault;
import intandem.memory.MemoryWhereabouts;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** The parts that one member's session shares, over a log with the founding alone. */
public final class Solo {
  private final Random entropy = new Random(1);
  private final MemoryCodec codec = new MemoryCodec();
  private final MemorySealer sealer = new MemorySealer(entropy);

  public final MemorySigner signer = new MemorySigner(entropy);
  public final Term term = new Term(1, signer.generate().publicKey());
  public final Core core;

  public Solo(Instant now) {
    MemoryEntryLog log = new MemoryEntryLog();
    JoinPorts join = new JoinPorts(codec, sealer, signer, new MemoryHandshake(entropy), entropy);
    Founding founding = Founding.of(join, term.hubKey(), Limits.MAX_PEERS, now);
    log.append(List.of(new Entry(new Place(term, 1, now), founding.genesis())));
    SessionPorts ports =
        new SessionPorts(
            log,
            new MemoryVault(),
            new MemoryWhereabouts(),
            codec,
            sealer,
            signer,
            entropy,
            Limits.DEFAULT);
    Role member = new Role.Member(new Body.Profile("Ana", List.of()), List.of(), join);
    core = new Core(ports, founding.identity(), member, now);
    core.replica().replay();
  }

  /** The hub of the term knows this member, over that link. */
  public void logIn(long link, Instant now) {
    Challenge challenge = new Challenge(core.identity.workspace(), term, Bytes.EMPTY, now);
    core.line.prove(link, challenge, Bytes.EMPTY, now);
    core.line.admit(core.replica().head(), now);
    core.settleLine();
  }
}
