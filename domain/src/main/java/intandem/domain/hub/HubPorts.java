package intandem.domain.hub;

import intandem.domain.admission.Limits;
import intandem.domain.port.Codec;
import intandem.domain.port.EntryLog;
import intandem.domain.port.Signer;
import java.util.random.RandomGenerator;

/** What a hub needs from outside. The log is the hub's own to append to. */
public record HubPorts(
    EntryLog log, Codec codec, Signer signer, RandomGenerator entropy, Limits limits) {}
