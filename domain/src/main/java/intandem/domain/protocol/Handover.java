package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;

/**
 * The owner's signed word that its term is over, and who is to start the next one at once.
 *
 * @param from the owner of the term
 */
public record Handover(MemberId from, MemberId to, Term term, Bytes signature) {

  /** What the owner signs. */
  public static Bytes signingInput(WorkspaceId workspace, MemberId from, MemberId to, Term term) {
    return Lv.of("intandem/v1/handover")
        .add(workspace.value())
        .add(from.value())
        .add(to.value())
        .add(term)
        .bytes();
  }

  /** What the signature must cover in that workspace. */
  public Bytes signingInput(WorkspaceId workspace) {
    return signingInput(workspace, from, to, term);
  }
}
