package intandem.domain.join;

import intandem.domain.port.Codec;
import intandem.domain.port.Handshake;
import intandem.domain.port.Sealer;
import intandem.domain.port.Signer;
import java.util.random.RandomGenerator;

/** What either side of a join needs from outside. */
public record JoinPorts(
    Codec codec, Sealer sealer, Signer signer, Handshake handshake, RandomGenerator entropy) {}
