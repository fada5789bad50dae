package intandem.domain.protocol;

import intandem.domain.id.Term;
import java.time.Instant;

/**
 * Where the hub put something: the stamp of a log entry.
 *
 * @param index counted from 1 over the whole log
 * @param at log time in milliseconds, never before the previous entry's
 */
public record Place(Term term, long index, Instant at) {}
