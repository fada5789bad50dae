package intandem.domain.session;

import intandem.domain.id.MemberId;
import intandem.domain.session.Answer.Refusal;
import intandem.domain.workspace.Member;
import java.util.List;
import java.util.Optional;

/** Finds the members that are called by name. */
final class People {
  private final Core core;

  People(Core core) {
    this.core = core;
  }

  /** The member of that name, if it takes part. */
  Optional<MemberId> find(String name) {
    return core.replica
        .view()
        .find(name)
        .filter(id -> core.workspace().roster().find(id).filter(Member::seated).isPresent());
  }

  /** Nobody is called that. */
  Refusal unknown(String name) {
    return new Refusal.UnknownPeer(name, others());
  }

  private List<String> others() {
    return core.workspace()
        .roster()
        .seated()
        .filter(member -> !member.id().equals(core.self()))
        .map(member -> core.replica.view().nameOf(member.id()))
        .toList();
  }
}
