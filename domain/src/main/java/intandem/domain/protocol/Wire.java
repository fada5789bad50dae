package intandem.domain.protocol;

/** Everything that has an encoded form of its own. */
public sealed interface Wire permits Header, Body, Frame, Draft, Sealed {}
