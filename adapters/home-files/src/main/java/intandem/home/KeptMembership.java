package intandem.home;

import java.time.Instant;

/**
 * A membership whose keys are on this machine.
 *
 * @param opened when it was last locked for use; never opened, when its keys were kept
 * @param inUse whether a process has it locked now
 */
public record KeptMembership(Membership membership, Instant opened, boolean inUse) {}
