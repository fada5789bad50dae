package intandem.memory;

import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Keyring;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A keyring that lives as long as the object; safe to use from several threads. */
public final class MemoryKeyring implements Keyring {
  private final Map<Owner, Identity> identities = new ConcurrentHashMap<>();

  @Override
  public void keep(Identity identity) {
    identities.putIfAbsent(new Owner(identity.workspace(), identity.member()), identity);
  }

  @Override
  public Optional<Identity> find(WorkspaceId workspace, MemberId member) {
    return Optional.ofNullable(identities.get(new Owner(workspace, member)));
  }

  @Override
  public void wipe(WorkspaceId workspace, MemberId member) {
    identities.remove(new Owner(workspace, member));
  }

  private record Owner(WorkspaceId workspace, MemberId member) {}
}
