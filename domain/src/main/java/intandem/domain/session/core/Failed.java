package intandem.domain.session.core;

import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Rejection;

/** A command that will not be in the log, and why. */
public record Failed(Draft draft, Rejection reason) {}
