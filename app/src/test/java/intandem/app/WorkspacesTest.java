package intandem.app;

import static intandem.app.Desktop.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.app.Desktop.Person;
import intandem.domain.id.InviteCode;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Briefing;
import intandem.domain.tandem.Answer.Peer;
import intandem.domain.tandem.Answer.Stage;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of one user on the real adapters: sockets, databases, keys. */
class WorkspacesTest {
  @TempDir private Path directory = Path.of("");
  private Desktop desktop = new Desktop(Path.of("target", "unused"), "Nobody");

  @BeforeEach
  void open() {
    desktop = new Desktop(directory, "Ada");
  }

  @AfterEach
  void close() {
    desktop.close();
  }

  private static Briefing entered(Answer answer) {
    return assertInstanceOf(Answer.Entered.class, answer).briefing();
  }

  @Test
  void two_sessions_of_one_home_get_different_names() throws Exception {
    InviteCode code = desktop.session("a").creates("demo").invitation().code();
    Briefing briefing = entered(desktop.session("b").joins(code));
    assertEquals(List.of("Ada", "Ada-2"), briefing.peers().stream().map(Peer::name).toList());
  }

  @Test
  void a_broadcast_arrives_once_at_everyone_else_and_in_order() throws Exception {
    Person ada = desktop.session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = desktop.session("b");
    bob.joins(code);
    ada.says("one");
    ada.says("two");
    assertEquals(List.of("Ada: one", "Ada: two"), bob.reads(2));
  }

  @Test
  void the_senders_receipt_says_that_it_is_on_the_readers_disk() throws Exception {
    Person ada = desktop.session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    desktop.session("b").joins(code);
    Answer.Sent sent = assertInstanceOf(Answer.Sent.class, ada.says("one"));
    assertEquals(Stage.RECEIVED, sent.receipts().getFirst().stage());
  }

  @Test
  void a_directed_message_stays_hidden_from_the_third() throws Exception {
    Person ada = desktop.session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = desktop.session("b");
    bob.joins(code);
    Person carol = desktop.session("c");
    carol.joins(code);
    ada.tells("Ada-2", "for Bob alone");
    ada.says("for all");
    assertEquals(List.of("Ada: for all"), carol.reads(1));
  }

  @Test
  void a_late_joiner_has_the_history_but_nothing_unread() throws Exception {
    Person ada = desktop.session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    ada.says("before");
    Briefing briefing = entered(desktop.session("b").joins(code));
    assertEquals("before", briefing.history().getFirst().letter().message().text());
  }

  @Test
  void a_wrong_code_at_an_address_names_the_tries_that_are_left() throws Exception {
    desktop.session("a").creates("demo");
    InviteCode wrong = InviteCode.random(new Random(7));
    Desktop other = new Desktop(directory.resolve("other"), "Eve");
    Refusal refusal = refusal(other.session("e").joins(wrong, port()));
    other.close();
    assertEquals(new Refusal.JoinRefused(Failure.WRONG_CODE, 9, ""), refusal);
  }

  /** Where the only hub of this home listens: its code need not be known for that. */
  private int port() {
    return HubPort.of(directory.resolve("home"));
  }

  @Test
  void a_code_that_no_hub_here_knows_is_not_guessed_elsewhere() throws Exception {
    Refusal refusal = refusal(desktop.session("b").joins(InviteCode.random(new Random(1))));
    assertEquals(new Refusal.NoSuchCode(), refusal);
  }

  @Test
  void the_sixth_is_told_that_the_workspace_is_full() throws Exception {
    InviteCode code = desktop.session("0").creates("demo").invitation().code();
    for (int i = 1; i < 5; i++) {
      entered(desktop.session("s" + i).joins(code));
    }
    Refusal refusal = refusal(desktop.session("sixth").joins(code));
    assertEquals(Failure.FULL, assertInstanceOf(Refusal.JoinRefused.class, refusal).failure());
  }

  @Test
  void who_left_can_come_back_without_a_code_and_has_what_was_said() throws Exception {
    Person ada = desktop.session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = desktop.session("b");
    bob.joins(code);
    assertInstanceOf(Answer.Left.class, bob.asks(new Ask.Leave()));
    ada.says("while you were out");
    entered(bob.rejoins());
    assertEquals(List.of("Ada: while you were out"), bob.reads(1));
  }

  @Test
  void what_is_written_after_the_owner_left_is_there_when_it_is_back() throws Exception {
    Person ada = desktop.session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = desktop.session("b");
    bob.joins(code);
    ada.asks(new Ask.Leave());
    bob.says("are you there?");
    entered(ada.rejoins());
    assertEquals(List.of("Ada-2: are you there?"), ada.reads(1));
  }

  @Test
  void the_thirty_first_message_of_a_minute_is_refused() throws Exception {
    Person ada = desktop.session("a");
    ada.creates("demo");
    for (int i = 0; i < 30; i++) {
      assertInstanceOf(Answer.Sent.class, ada.says("m" + i));
    }
    assertInstanceOf(Refusal.TooFast.class, refusal(ada.says("one too many")));
  }

  @Test
  void an_unknown_peer_is_refused_with_the_names_there_are() throws Exception {
    Person ada = desktop.session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    desktop.session("b").joins(code);
    assertEquals(
        new Refusal.UnknownPeer("Zoe", List.of("Ada-2")), refusal(ada.tells("Zoe", "hello")));
  }
}
