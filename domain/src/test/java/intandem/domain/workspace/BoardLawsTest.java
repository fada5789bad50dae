package intandem.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Five members do what comes to their minds, and the rules say what {@link NaiveWorkspace} says.
 * {@code -Dlaws.seeds=N} runs more of them, {@code -Dlaws.from=S} others.
 */
class BoardLawsTest {
  private static final long SEEDS = 300;
  private static final int STEPS = 200;
  private static final List<String> EVERYTHING =
      List.of(
          "AddTasks",
          "Claim",
          "Takeover",
          "Unclaim",
          "Start",
          "Finish",
          "Reopen",
          "Describe",
          "Depend",
          "Reserve",
          "SetVariable",
          "Leave",
          "Rejoin",
          "RemoveMember",
          "StartTerm",
          "MALFORMED",
          "NOT_A_MEMBER",
          "LEFT",
          "NOT_OWNER",
          "UNKNOWN_MEMBER",
          "OWNER_STAYS",
          "NO_CHANGE",
          "UNKNOWN_TASK",
          "BLOCKED",
          "HELD",
          "RESERVED",
          "LOST_LEASE",
          "NOT_YOURS",
          "WRONG_STATE",
          "CYCLE",
          "BOARD_FULL",
          "OTHER_VERSION");

  @Test
  void the_rules_decide_like_the_naive_model_and_every_outcome_occurs() {
    long from = Long.getLong("laws.from", 0);
    long seeds = Math.max(SEEDS, Long.getLong("laws.seeds", SEEDS));
    Map<String, Integer> outcomes = new TreeMap<>();
    for (long seed = from; seed < from + seeds; seed++) {
      new BoardRun(seed, outcomes).steps(STEPS);
    }
    assertEquals(List.of(), EVERYTHING.stream().filter(one -> !outcomes.containsKey(one)).toList());
  }
}
