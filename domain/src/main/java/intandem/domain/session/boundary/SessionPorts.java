package intandem.domain.session.boundary;

import intandem.domain.admission.Limits;
import intandem.domain.port.Codec;
import intandem.domain.port.EntryLog;
import intandem.domain.port.Sealer;
import intandem.domain.port.SessionVault;
import intandem.domain.port.Signer;
import intandem.domain.port.Whereabouts;
import java.util.random.RandomGenerator;

/**
 * What a session needs from outside.
 *
 * @param log read here; appended to through {@link SessionEffect.Persist}
 */
public record SessionPorts(
    EntryLog log,
    SessionVault vault,
    Whereabouts whereabouts,
    Codec codec,
    Sealer sealer,
    Signer signer,
    RandomGenerator entropy,
    Limits limits) {}
