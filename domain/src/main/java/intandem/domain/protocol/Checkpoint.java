package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import java.util.List;

/**
 * The hub's signed word for a head of the log; nothing beyond the last verified one is stored.
 *
 * @param succession who takes over, first to last, should the hub vanish
 */
public record Checkpoint(Term term, Head head, List<MemberId> succession, Bytes signature) {
  public Checkpoint {
    succession = List.copyOf(succession);
  }

  /** What the hub signs. */
  public static Bytes signingInput(
      WorkspaceId workspace, Term term, Head head, List<MemberId> succession) {
    Lv parts = Lv.of("intandem/v1/cp").add(workspace.value()).add(term).add(head);
    succession.forEach(member -> parts.add(member.value()));
    return parts.bytes();
  }

  /** What the signature must cover in that workspace. */
  public Bytes signingInput(WorkspaceId workspace) {
    return signingInput(workspace, term, head, succession);
  }
}
