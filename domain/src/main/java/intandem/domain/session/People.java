package intandem.domain.session;

import intandem.domain.id.MemberId;
import intandem.domain.tandem.Refusal;
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
    return core.replica()
        .view()
        .find(name)
        .filter(id -> core.workspace().roster().find(id).filter(Member::seated).isPresent());
  }

  /** The member of that name, whether it takes part or has left. */
  Optional<MemberId> findActive(String name) {
    return core.replica()
        .view()
        .find(name)
        .filter(id -> core.workspace().roster().find(id).filter(Member::active).isPresent());
  }

  /** Only the owner may. */
  Refusal ownerOnly() {
    MemberId owner = core.workspace().reign().owner();
    return new Refusal.OwnerOnly(core.replica().view().nameOf(owner));
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
        .map(member -> core.replica().view().nameOf(member.id()))
        .toList();
  }
}
