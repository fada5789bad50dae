package intandem.domain.session.core;

import intandem.domain.id.MemberId;
import intandem.domain.tandem.Refusal;
import intandem.domain.workspace.Member;
import java.util.List;
import java.util.Optional;

/** Finds the members that are called by name. */
public final class People {
  private final Core core;

  /** Among the members of the workspace as it is when asked. */
  public People(Core core) {
    this.core = core;
  }

  /** The member of that name, if it takes part. */
  public Optional<MemberId> find(String name) {
    return core.replica().view().find(name).filter(id -> core.workspace().roster().seated(id));
  }

  /** The member of that name, whether it takes part or has left. */
  public Optional<MemberId> findActive(String name) {
    return core.replica()
        .view()
        .find(name)
        .filter(id -> core.workspace().roster().find(id).filter(Member::active).isPresent());
  }

  /** Only the owner may. */
  public Refusal ownerOnly() {
    MemberId owner = core.workspace().reign().owner();
    return new Refusal.OwnerOnly(core.replica().view().nameOf(owner));
  }

  /** Nobody is called that, or who was has left. */
  public Refusal noSuch(String name) {
    return core.replica()
        .view()
        .find(name)
        .<Refusal>map(gone -> new Refusal.PeerLeft(core.replica().view().nameOf(gone), others()))
        .orElseGet(() -> new Refusal.UnknownPeer(name, others()));
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
