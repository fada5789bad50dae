package intandem.domain.replica;

import intandem.domain.port.Codec;
import intandem.domain.port.EntryLog;
import intandem.domain.port.Sealer;
import intandem.domain.port.Signer;
import java.util.random.RandomGenerator;

/** What a copy needs from outside; the log is only read. */
public record ReplicaPorts(
    EntryLog log, Codec codec, Sealer sealer, Signer signer, RandomGenerator entropy) {}
