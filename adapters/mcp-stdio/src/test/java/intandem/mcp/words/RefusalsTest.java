package intandem.mcp.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.MemberId;
import intandem.domain.port.Link;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Frame.Goodbye;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Rejection;
import intandem.domain.tandem.Refusal;
import intandem.domain.tandem.Refusal.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  @Test
  void an_unknown_peer_is_answered_with_the_names_there_are() {
    says(new Refusal.UnknownPeer("Bo<b", List.of("Bob", "Eve")), "\"Bo&lt;b\"", "Bob and Eve");
  }

  @Test
  void who_was_removed_reads_what_was_never_sent() {
    var text = new Body.Text(MessageType.CHAT, "wait for me", 0, 0);
    var unsent = new Refusal.Unsent(new Recipient.All(), text, MemberId::value);
    says(new Refusal.Expelled("demo", List.of(unsent)), "Never sent: your message to all");
    says(new Refusal.Expelled("demo", List.of()), "with a new code enters again.");
  }

  @Test
  void a_peer_that_left_is_said_to_have_left() {
    says(new Refusal.PeerLeft("Bob", List.of()), "Bob has left the workspace", "Nobody else");
    says(new Refusal.PeerLeft("Bob", List.of("Eve")), "Bob has left", "These are here: Eve");
  }

  @Test
  void a_position_that_a_plan_has_not_is_not_called_a_task() {
    says(new Refusal.NoPosition(9, 3), "#9 stands for a position", "has 3 tasks", "by its id");
  }

  @Test
  void a_code_that_nobody_knows_may_be_an_old_one() {
    says(new Refusal.NoSuchCode(), "an old one", "the present one");
    says(new Refusal.JoinRefused(Failure.WRONG_CODE, 7, ""), "an old one");
  }

  @Test
  void too_fast_names_the_wait_and_the_limit() {
    says(new Refusal.TooFast(Duration.ofMillis(11_500), 30), "30 changes", "Wait 12 s");
  }

  @Test
  void a_full_workspace_passes_on_what_the_owner_says() {
    var refusal = new Refusal.JoinRefused(Failure.FULL, 0, "Bob is away longest");
    says(refusal, "is full", "\"Bob is away longest\"");
  }

  @Test
  void a_wrong_code_says_what_is_left_and_that_nothing_repeats_it() {
    says(new Refusal.JoinRefused(Failure.WRONG_CODE, 7, ""), ": 7.", "not tried again by itself");
  }

  @Test
  void our_own_sentences_come_as_they_are_and_tags_of_files_in_them_escaped() {
    says(new Refusal.NotStored("Run: chmod 700 '/o\"x'."), "Run: chmod 700 '/o\"x'. Tell");
    says(new Refusal.NotStored("/<b>&/x is no file."), "way: /&lt;b&gt;&amp;/x is no file.");
  }

  @Test
  void each_way_of_not_being_reached_has_its_own_sentence() {
    var apart = Stream.of(Link.Ending.values()).filter(e -> e != Link.Ending.BROKEN).toList();
    differ(apart, ending -> new Refusal.Unreachable("example.org", ending));
  }

  @Test
  void each_failure_of_a_join_has_its_own_sentence() {
    differ(Arrays.asList(Failure.values()), why -> new Refusal.JoinRefused(why, 1, ""));
  }

  @Test
  void each_refusal_of_a_hub_has_its_own_sentence() {
    var reasons = Arrays.asList(Goodbye.Reason.values());
    differ(reasons, why -> new Refusal.HubRefused(why, Duration.ZERO));
  }

  @Test
  void each_rule_has_its_own_sentence() {
    differ(Arrays.asList(Rejection.values()), Refusal.AgainstRules::new);
  }

  @Test
  void the_others_say_what_to_do_next() {
    says(new Refusal.AlreadyIn("a<b"), "\"a&lt;b\"", "intandem_leave");
    says(new Refusal.NotIn(), "intandem_create", "intandem_join", "intandem_rejoin");
    says(new Refusal.NothingToRejoin(List.of()), "There are none", "intandem_join");
    says(new Refusal.InUse(), "Other sessions", "intandem_join with a code");
    says(new Refusal.NoSuchCode(), "CODE@HOST");
    says(new Refusal.NotTrusted(), "Check code and host");
    says(new Refusal.ToSelf(), "leave `to` out");
    says(new Refusal.TooLong(50_000, 40_960), "50000", "40960", "in parts");
    says(new Refusal.UnknownMessage(9), "#9", "intandem_inbox");
    says(new Refusal.TooManyHops(7, 6), "message 8 in a row", "7 are the most", "and 6 answers");
    says(new Refusal.OwnerOnly("Ada"), "ask Ada");
    says(new Refusal.NotStored("disk full"), "disk full. Tell your user", "tried again");
    says(new Refusal.NotStored("is it full?"), "is it full? Tell your user");
    says(new Refusal.AgainstRules(Rejection.NOT_STORED), "link to the hub broke", "Try again");
    says(new Refusal.Locked(), "Try again");
    says(new Refusal.OpenElsewhere(4711), "pid 4711", "close one", "start a new session");
  }

  @Test
  void a_lost_log_comes_back_from_where_it_is() {
    says(new Refusal.LogLost("m.db", "", Source.HUB), "is missing", "Call intandem_rejoin: the");
    says(new Refusal.LogLost("m.db", "m.db.d", Source.UNKNOWN), "called m.db.d", "host=HOST:PORT");
    says(new Refusal.LogLost("m.db", "", Source.OTHERS), "led the workspace", "one of them leads");
    says(new Refusal.LogNotFound(Source.UNKNOWN, List.of()), "not known here", "host=HOST:PORT");
    says(new Refusal.LogNotFound(Source.HUB, List.of("h.test:1")), "tried: h.test:1.");
  }

  private static void says(Refusal refusal, String... parts) {
    var text = Refusals.of(refusal);
    for (var part : parts) {
      assertTrue(text.contains(part), text);
    }
  }

  private static <T> void differ(List<T> cases, Function<T, Refusal> refusal) {
    var texts = cases.stream().map(refusal).map(Refusals::of).toList();
    assertEquals(cases.size(), new HashSet<>(texts).size(), texts.toString());
  }
}
