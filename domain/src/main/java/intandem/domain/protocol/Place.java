package intandem.domain.protocol;

import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.Term;
import java.time.Instant;

/**
 * Where the hub put something.
 *
 * @param index counted from 1 over the whole log
 * @param at log time in milliseconds, never before the previous entry's
 */
public record Place(Term term, long index, Instant at) {

  /** The head of the log with content of that hash at this place, on top of the given head. */
  public Head onTopOf(Head before, Hash content) {
    Lv parts =
        Lv.of("intandem/v1/log")
            .add(before.hash().value())
            .add(term)
            .add(index)
            .add(at.toEpochMilli())
            .add(content.value());
    return new Head(index, Hash.of(parts.bytes()));
  }
}
