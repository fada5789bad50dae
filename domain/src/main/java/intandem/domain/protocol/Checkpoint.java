package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;

/** The hub's signed word for a head of the log; nothing beyond the last verified one is stored. */
public record Checkpoint(Term term, Head head, Bytes signature) {
  /** What the hub signs. */
  public static Bytes signingInput(WorkspaceId workspace, Term term, Head head) {
    return Lv.of("intandem/v1/cp").add(workspace.value()).add(term).add(head).bytes();
  }

  /** What the signature must cover in that workspace. */
  public Bytes signingInput(WorkspaceId workspace) {
    return signingInput(workspace, term, head);
  }
}
