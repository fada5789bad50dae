package intandem.memory;

import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Keyring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A keyring that lives as long as the object; safe to use from several threads. */
public final class MemoryKeyring implements Keyring {
  private final Map<Owner, Identity> identities = new ConcurrentHashMap<>();
  private final Map<Owner, Applicant> applicants = new ConcurrentHashMap<>();

  @Override
  public void keep(Identity identity) {
    Owner owner = new Owner(identity.workspace(), identity.member());
    identities.putIfAbsent(owner, identity);
    applicants.remove(owner);
  }

  @Override
  public void prepare(WorkspaceId workspace, Applicant applicant) {
    applicants.put(new Owner(workspace, applicant.member()), applicant);
  }

  @Override
  public List<Applicant> applicants(WorkspaceId workspace) {
    return applicants.entrySet().stream()
        .filter(one -> one.getKey().workspace().equals(workspace))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public Optional<Identity> find(WorkspaceId workspace, MemberId member) {
    return Optional.ofNullable(identities.get(new Owner(workspace, member)));
  }

  @Override
  public void wipe(WorkspaceId workspace, MemberId member) {
    identities.remove(new Owner(workspace, member));
    applicants.remove(new Owner(workspace, member));
  }

  private record Owner(WorkspaceId workspace, MemberId member) {}
}
