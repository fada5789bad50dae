package intandem.contract;

import static intandem.contract.StorageSamples.workspace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Whereabouts;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link Whereabouts} must do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class WhereaboutsContract {
  private static final InviteCode CODE = InviteCode.random(new Random(1));
  private static final InviteCode OTHER = InviteCode.random(new Random(2));

  /** The directory of a machine without hubs, the same one throughout a test. */
  protected abstract Whereabouts whereabouts();

  /** Starts a hub on that loopback port, later than those before it. */
  protected abstract void publish(WorkspaceId workspace, int port, InviteCode code);

  /** A member's process was started on that machine, and lives or has died. */
  protected abstract void process(WorkspaceId workspace, MemberId member, boolean lives);

  @Test
  void a_member_never_seen_here_is_not_called_gone() {
    process(workspace(1), Samples.BOB, false);
    assertFalse(whereabouts().gone(workspace(1), Samples.ADA));
    assertFalse(whereabouts().gone(workspace(2), Samples.BOB));
  }

  @Test
  void a_member_whose_process_lives_is_not_gone() {
    process(workspace(1), Samples.ADA, true);
    assertFalse(whereabouts().gone(workspace(1), Samples.ADA));
  }

  @Test
  void a_member_whose_process_died_is_gone() {
    process(workspace(1), Samples.ADA, false);
    assertTrue(whereabouts().gone(workspace(1), Samples.ADA));
  }

  @Test
  void a_member_was_seen_here_whether_its_process_lives_or_not() {
    process(workspace(1), Samples.ADA, true);
    process(workspace(1), Samples.BOB, false);
    assertTrue(whereabouts().here(workspace(1), Samples.ADA));
    assertTrue(whereabouts().here(workspace(1), Samples.BOB));
    assertFalse(whereabouts().here(workspace(2), Samples.ADA));
  }

  @Test
  void without_hubs_nothing_is_found() {
    assertEquals(List.of(), whereabouts().inviting(CODE));
    assertEquals(List.of(), whereabouts().of(workspace(1)));
  }

  @Test
  void the_hub_of_a_code_is_found() {
    publish(workspace(1), 4001, CODE);
    assertEquals(List.of(endpoint(4001)), whereabouts().inviting(CODE));
  }

  @Test
  void most_codes_lead_nowhere() {
    publish(workspace(1), 4001, CODE);
    Random seeded = new Random(3);
    long found =
        Stream.generate(() -> InviteCode.random(seeded))
            .limit(1000)
            .filter(code -> !whereabouts().inviting(code).isEmpty())
            .count();
    assertTrue(found < 20, found + " of 1000 codes");
  }

  @Test
  void of_hubs_that_fit_a_code_the_latest_comes_first() {
    publish(workspace(1), 4001, CODE);
    publish(workspace(2), 4002, CODE);
    assertEquals(List.of(endpoint(4002), endpoint(4001)), whereabouts().inviting(CODE));
  }

  @Test
  void the_hubs_of_a_workspace_are_found_the_latest_first() {
    publish(workspace(1), 4001, CODE);
    publish(workspace(2), 4002, OTHER);
    publish(workspace(1), 4003, OTHER);
    assertEquals(List.of(endpoint(4003), endpoint(4001)), whereabouts().of(workspace(1)));
  }

  private static Endpoint endpoint(int port) {
    return new Endpoint("127.0.0.1", port);
  }
}
