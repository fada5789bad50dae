package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import java.util.Comparator;

/**
 * A member's signed, cumulative word of what it holds; a replayed one is merely older.
 *
 * @param head durable on the member's disk
 * @param seen the index up to which everything meant for it was shown to its model
 */
public record Ack(MemberId from, Term term, Head head, long seen, Bytes signature) {
  /** Older before newer. */
  public static final Comparator<Ack> AGE =
      Comparator.comparing(Ack::term)
          .thenComparingLong(ack -> ack.head().index())
          .thenComparingLong(Ack::seen);

  /** What the member signs. */
  public static Bytes signingInput(
      WorkspaceId workspace, MemberId from, Term term, Head head, long seen) {
    Lv parts = Lv.of("intandem/v1/ack").add(workspace.value()).add(from.value());
    return parts.add(term).add(head).add(seen).bytes();
  }

  /** What the signature must cover in that workspace. */
  public Bytes signingInput(WorkspaceId workspace) {
    return signingInput(workspace, from, term, head, seen);
  }
}
