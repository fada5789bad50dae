package intandem.home;

import java.time.Instant;

/**
 * What a process wrote down of itself.
 *
 * @param used when it did
 */
public record SessionRecord(Self self, Membership membership, Instant used, Hosting hosting) {}
