package intandem.memory;

import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Whereabouts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The hubs of a machine that exists in memory only. */
public final class MemoryWhereabouts implements Whereabouts {
  private final List<Hub> hubs = new CopyOnWriteArrayList<>();
  private final Map<Seen, Boolean> members = new ConcurrentHashMap<>();

  /** Adds a hub, or replaces what was said of the same endpoint; it is the most recent one now. */
  public void publish(WorkspaceId workspace, Endpoint endpoint, InviteCode code) {
    withdraw(endpoint);
    hubs.addFirst(new Hub(workspace, endpoint, code));
  }

  /** Removes the hub of that endpoint, if there is one. */
  public void withdraw(Endpoint endpoint) {
    hubs.removeIf(hub -> hub.endpoint().equals(endpoint));
  }

  /** Says of a member that it runs in a process of this machine, or did. */
  public void process(WorkspaceId workspace, MemberId member, boolean lives) {
    members.put(new Seen(workspace, member), lives);
  }

  @Override
  public boolean here(WorkspaceId workspace, MemberId member) {
    return members.containsKey(new Seen(workspace, member));
  }

  @Override
  public boolean gone(WorkspaceId workspace, MemberId member) {
    return !members.getOrDefault(new Seen(workspace, member), true);
  }

  @Override
  public List<Endpoint> inviting(InviteCode code) {
    return endpoints(hub -> hub.code().equals(code));
  }

  @Override
  public List<Endpoint> of(WorkspaceId workspace) {
    return endpoints(hub -> hub.workspace().equals(workspace));
  }

  private List<Endpoint> endpoints(Predicate<Hub> wanted) {
    return hubs.stream().filter(wanted).map(Hub::endpoint).toList();
  }

  private record Seen(WorkspaceId workspace, MemberId member) {}

  private record Hub(WorkspaceId workspace, Endpoint endpoint, InviteCode code) {}
}
