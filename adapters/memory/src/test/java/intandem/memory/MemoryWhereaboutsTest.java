package intandem.memory;

import static intandem.contract.StorageSamples.workspace;
import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.contract.WhereaboutsContract;
import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Whereabouts;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MemoryWhereaboutsTest extends WhereaboutsContract {
  private final MemoryWhereabouts whereabouts = new MemoryWhereabouts();

  @Override
  protected Whereabouts whereabouts() {
    return whereabouts;
  }

  @Override
  protected void publish(WorkspaceId workspace, int port, InviteCode code) {
    whereabouts.publish(workspace, new Endpoint("127.0.0.1", port), code);
  }

  @Override
  protected void process(WorkspaceId workspace, MemberId member, boolean lives) {
    whereabouts.process(workspace, member, lives);
  }

  @Test
  void a_withdrawn_hub_is_not_found() {
    publish(workspace(1), 4001, InviteCode.random(new Random(1)));
    whereabouts.withdraw(new Endpoint("127.0.0.1", 4001));
    assertEquals(List.of(), whereabouts.of(workspace(1)));
  }
}
