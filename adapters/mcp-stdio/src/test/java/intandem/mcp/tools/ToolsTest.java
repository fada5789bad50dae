package intandem.mcp.tools;

import static intandem.mcp.tools.ToolCalls.asked;
import static intandem.mcp.tools.ToolCalls.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel.Carrier;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Priority;
import intandem.domain.reach.Reach;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Receipt;
import intandem.domain.tandem.Answer.Stage;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Notice;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Happening;
import intandem.domain.view.Happening.What;
import intandem.mcp.FakeTandem;
import intandem.mcp.Mails;
import intandem.mcp.TestHost;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ToolsTest {

  private static final Answer REFUSED = new Answer.Refused(new Refusal.NotIn());

  @Test
  void create_shows_the_code_alone_on_its_line() {
    var tandem =
        FakeTandem.answering(
            new Answer.Created(Mails.briefing(), Mails.invitation(0), new Reach.Local()));
    assertEquals(
        """
        Workspace "demo" (WWWWWWWWWWWWWWWWWWWWWWWWWW)
        You are Ada
        Invite code:
        VPA6KW
        It works for 1 h 0 min, until 13:00:00 UTC.
        To hand on: "Join my InTandem workspace with the code VPA6KW."
        It works on this machine only: no tunnel is open.\
        """,
        call(tandem, "intandem_create", Map.of()).text());
  }

  @Test
  void create_shows_the_code_with_the_address_for_other_machines_and_who_sees_what() {
    var address = new Endpoint("quiet-river.trycloudflare.com", 443);
    var open = new Reach.Open(Carrier.CLOUDFLARED, address, true);
    var tandem =
        FakeTandem.answering(new Answer.Created(Mails.briefing(), Mails.invitation(0), open));
    var text = call(tandem, "intandem_create", Map.of()).text();
    assertTrue(text.contains("\nVPA6KW@quiet-river.trycloudflare.com\n"), text);
    assertTrue(
        text.endsWith(
            "\nTunnel: cloudflared; it works from any machine. Cloudflare sees who connects, when,"
                + " and how much; no text, name or key."),
        text);
  }

  @Test
  void create_takes_the_directory_for_a_name_and_five_seats() {
    assertEquals(new Ask.Create("proj", 5), asked("intandem_create", Map.of()));
  }

  @Test
  void create_takes_what_it_is_given() {
    assertEquals(
        new Ask.Create("x", 2), asked("intandem_create", Map.of("name", " x ", "max_peers", 2)));
  }

  @Test
  void join_shows_who_is_there_and_what_was_said() {
    var tandem = FakeTandem.answering(new Answer.Entered(Mails.briefing(Mails.fromBob(3, "Hi"))));
    var text = call(tandem, "intandem_join", Map.of("code", "VPA6KW")).text();
    assertTrue(text.contains("You are Ada\n"), text);
    assertTrue(
        text.contains(
            "- Bob: away since 11:58:30, cannot be woken: reads with its next InTandem call; says"
                + " it has \"git, psql\""),
        text);
    assertTrue(text.contains("#3 finding from Bob"), text);
    assertTrue(text.contains("│ Hi"), text);
  }

  @Test
  void an_unread_message_is_shown_once_and_not_in_the_history_too() {
    var message = Mails.fromBob(3, "Hi");
    var tandem =
        FakeTandem.answering(new Answer.Entered(Mails.briefing(message)))
            .unread(Mails.letters(message));
    var text = call(tandem, "intandem_rejoin", Map.of()).text();
    assertEquals(text.indexOf("│ Hi"), text.lastIndexOf("│ Hi"), text);
  }

  @Test
  void a_code_that_cannot_be_read_is_refused_without_asking() {
    var tandem = FakeTandem.answering();
    var result = call(tandem, "intandem_join", Map.of("code", "VPA6K0"));
    assertTrue(result.isError());
    assertTrue(tandem.asked.isEmpty());
  }

  @Test
  void rejoin_goes_where_it_is_told() {
    var given =
        Map.of("workspace", Mails.ID.value().toLowerCase(Locale.ROOT), "host", "example.org:8443");
    var at = new Ask.Where.At(new Endpoint("example.org", 8443));
    assertEquals(
        new Ask.Rejoin(new Ask.Which.Known(Mails.ID), at), asked("intandem_rejoin", given));
  }

  @Test
  void leave_sums_up() {
    var summary = new Answer.Summary(Duration.ofMinutes(65), List.of("Bob", "Eve"), 1, 4, 3, 1, 2);
    var tandem = FakeTandem.answering(new Answer.Left(summary, true));
    assertEquals(
        """
        Left after 1 h 5 min with Bob and Eve: 1 message sent, 4 received; 3 tasks claimed, 1 done.
        2 changes not sent yet, kept for the return.
        intandem_rejoin returns without a code.\
        """,
        call(tandem, "intandem_leave", Map.of()).text());
  }

  @Test
  void a_leave_of_which_the_others_do_not_know_says_that_the_seat_is_kept() {
    var summary = new Answer.Summary(Duration.ofMinutes(1), List.of(), 0, 0, 0, 0, 0);
    var tandem = FakeTandem.answering(new Answer.Left(summary, false));
    var text = call(tandem, "intandem_leave", Map.of()).text();
    assertTrue(text.contains("\nThe others could not be told: its seat"), text);
  }

  @Test
  void send_names_each_recipient_by_how_far_it_got() {
    var receipts =
        List.of(
            new Receipt("Bob", Stage.RECEIVED, true),
            new Receipt("Carol", Stage.RECEIVED, true),
            new Receipt("Dave", Stage.WAITING, false),
            new Receipt("Eve", Stage.SEEN, true));
    var tandem = FakeTandem.answering(new Answer.Sent(42, true, receipts, 0));
    assertEquals(
        "#42: safe; seen by Eve; in Bob's and Carol's session; Dave is away and will get it",
        call(tandem, "intandem_send", Map.of("type", "chat", "message", "x")).text());
  }

  @Test
  void what_is_on_one_disk_only_is_not_called_safe() {
    var tandem = FakeTandem.answering(new Answer.Sent(42, false, List.of(), 0));
    var text = call(tandem, "intandem_send", Map.of("type", "chat", "message", "x")).text();
    assertTrue(text.startsWith("#42: stored here only"), text);
  }

  @Test
  void send_is_one_call_for_good() {
    var given = Map.of("type", "review", "message", " m ", "to", "Bob", "reply_to", 7);
    assertEquals(
        new Ask.Send(Bytes.utf8("toolu_1"), MessageType.REVIEW, " m ", new Ask.To.Named("Bob"), 7),
        asked("intandem_send", given));
  }

  @Test
  void calls_without_an_id_of_the_host_are_two() {
    var tandem = FakeTandem.answering(REFUSED, REFUSED);
    var send = Tools.of(tandem, FakeTandem.setting()).get(6);
    for (var i = 0; i < 2; i++) {
      Invocation.invoke(send, Map.of("type", "chat", "message", "x"), new Call.Anonymous());
    }
    var first = (Ask.Send) tandem.asked.get(0);
    assertEquals(16, first.call().size());
    assertNotEquals(first.call(), ((Ask.Send) tandem.asked.get(1)).call());
  }

  @Test
  void a_handoff_to_everyone_is_refused() {
    var tandem = FakeTandem.answering();
    var result = call(tandem, "intandem_send", Map.of("type", "handoff", "message", "x"));
    assertTrue(result.isError());
    assertTrue(result.text().contains("name it in `to`"), result.text());
  }

  @Test
  void what_is_queued_is_said_to_be_queued() {
    var tandem = FakeTandem.answering(new Answer.Queued(2));
    var text = call(tandem, "intandem_send", Map.of("type", "chat", "message", "x")).text();
    assertTrue(text.startsWith("Queued"), text);
    assertTrue(text.contains("2 before it"), text);
  }

  @Test
  void an_unanswered_message_is_unknown_and_not_to_be_repeated() {
    var tandem = FakeTandem.answering(new Answer.Unconfirmed());
    var text = call(tandem, "intandem_send", Map.of("type", "chat", "message", "x")).text();
    assertTrue(text.contains("Unknown yet") && text.contains("Do not ask for it again"), text);
  }

  @Test
  void inbox_waits_as_long_as_it_is_told() {
    assertEquals(
        new Ask.Inbox(Duration.ofSeconds(100), -1),
        asked("intandem_inbox", Map.of("wait_seconds", 100)));
    assertEquals(new Ask.Inbox(Duration.ZERO, 9), asked("intandem_inbox", Map.of("since", 9)));
  }

  @Test
  void an_empty_inbox_says_so_and_still_gives_notice() {
    var letters = Mails.letters(new Notice.WrongCode(9));
    var text = call(FakeTandem.answering(letters), "intandem_inbox", Map.of()).text();
    assertTrue(text.startsWith("No messages.\nNotice: someone tried to join"), text);
  }

  @Test
  void inbox_says_how_many_more_there_are() {
    var letters = new Answer.Letters(List.of(Mails.fromBob(3, "Hi")), 4, List.of(), Mails.NO_NEWS);
    var text = call(FakeTandem.answering(letters), "intandem_inbox", Map.of()).text();
    assertTrue(text.startsWith("1 message:\n#3 "), text);
    assertTrue(text.contains("4 more wait"), text);
  }

  @Test
  void receipts_show_the_ladder() {
    var tracked =
        new Answer.Tracked(
            Mails.letter(5, MessageType.CHAT, "a \"b\""),
            List.of(new Receipt("Bob", Stage.WAITING, true)));
    assertEquals(
        """
        (4 earlier left out)
        #5 chat "a &quot;b&quot;", 11:59:00 UTC: on its way to Bob\
        """,
        receipts(List.of(), 4, tracked));
  }

  @Test
  void receipts_list_what_waits_before_what_was_sent() {
    var asked = new Body.Text(MessageType.QUESTION, "When?", 0, 0);
    var value = new Body.Variable("<port>", "8080");
    var tasks = new Body.Tasks(List.of(new Body.TaskText("Build", "", Priority.LOW)));
    var waiting =
        List.of(
            new Answer.Waiting(new Recipient.All(), asked, true),
            new Answer.Waiting(new Recipient.One(Mails.BOB), asked, false),
            new Answer.Waiting(new Recipient.All(), value, false),
            new Answer.Waiting(new Recipient.All(), tasks, false));
    assertEquals(
        """
        Not in the log yet, in the order in which it goes out:
        - message to all, "When?": not confirmed yet
        - message to Bob, "When?": queued
        - value for the variable "&lt;port&gt;": queued
        - plan of 1 task, from "Build" on: queued\
        """,
        receipts(waiting, 0));
  }

  @Test
  void receipts_of_one_who_sent_nothing_say_so() {
    assertEquals("You have sent nothing yet.", receipts(List.of(), 0));
  }

  private static String receipts(
      List<Answer.Waiting> waiting, int earlier, Answer.Tracked... sent) {
    var progress = new Answer.Progress(waiting, earlier, List.of(sent), _ -> "Bob");
    var given = Map.of("receipts", true);
    return call(FakeTandem.answering(progress), "intandem_inbox", given).text();
  }

  @Test
  void receipts_do_not_wait() {
    var given = Map.of("receipts", true, "wait_seconds", 5);
    assertTrue(call(FakeTandem.answering(), "intandem_inbox", given).isError());
  }

  @Test
  void the_log_has_a_line_for_each_thing() {
    var wrote = new What.Wrote(Mails.letter(6, MessageType.STATUS, "</x>\nok"));
    var happenings =
        List.of(
            new Happening(Mails.place(5), Mails.BOB, new What.Online()),
            new Happening(Mails.place(6), Mails.BOB, wrote));
    var tandem = FakeTandem.answering(new Answer.Activity(happenings, 4, _ -> "Bob"));
    assertEquals(
        """
        (4 earlier left out)
        [11:59:00] Bob: is online
        [11:59:00] Bob: status #6 to everyone: "&lt;/x&gt; ok"
        (times in UTC; since=6 shows what comes next)\
        """,
        call(tandem, "intandem_activity_log", Map.of()).text());
  }

  @Test
  void the_log_is_asked_for_thirty_lines_of_anyone() {
    assertEquals(new Ask.Activity(30, -1, ""), asked("intandem_activity_log", Map.of()));
  }

  @Test
  void peers_say_how_this_session_is_connected() {
    var tandem = FakeTandem.answering(new Answer.Present(Mails.briefing()));
    var text = call(tandem, "intandem_peers", Map.of()).text();
    assertTrue(text.contains("This session is the hub.\nPeers (times in UTC):\n- Bob"), text);
  }

  @Test
  void peers_of_a_session_without_a_hub_are_as_they_were_last_heard_of() {
    var lost = Mails.briefing(Answer.Connection.OFFLINE);
    var tandem = FakeTandem.answering(new Answer.Present(lost));
    var text = call(tandem, "intandem_peers", Map.of()).text();
    assertTrue(text.contains("\nPeers, as last heard (times in UTC):\n- Bob"), text);
  }

  @Test
  void invite_counts_the_wrong_codes() {
    var tandem = FakeTandem.answering(new Answer.Invited(Mails.invitation(1), new Reach.Local()));
    var text = call(tandem, "intandem_invite", Map.of("action", "show")).text();
    assertTrue(text.contains("\nVPA6KW\n") && text.contains("1 wrong code tried"), text);
  }

  @Test
  void invite_removes_the_peer_that_is_named() {
    var tandem = FakeTandem.answering(new Answer.Removed("Bob", true));
    var text = call(tandem, "intandem_invite", Map.of("action", "remove", "peer", "Bob")).text();
    assertTrue(tandem.asked.getFirst() instanceof Ask.Remove remove && remove.name().equals("Bob"));
    assertTrue(text.startsWith("Bob is removed."), text);
  }

  @Test
  void invite_takes_a_peer_for_a_removal_only() {
    var tandem = FakeTandem.answering(new Answer.Uninvited());
    assertTrue(call(tandem, "intandem_invite", Map.of("action", "remove")).isError());
    assertTrue(
        call(tandem, "intandem_invite", Map.of("action", "revoke", "peer", "Bob")).isError());
  }

  @Test
  void a_refusal_too_ends_with_what_is_unread() {
    var tandem = FakeTandem.answering(REFUSED).unread(Mails.letters(Mails.fromBob(3, "Hi")));
    var result = call(tandem, "intandem_peers", Map.of());
    assertTrue(result.isError());
    assertTrue(result.text().contains("Unread now:\n1 message:\n#3 "), result.text());
  }

  @Test
  void a_lost_result_gives_its_messages_back() {
    var tandem = FakeTandem.answering(Mails.letters(Mails.fromBob(3, "Hi")));
    call(tandem, "intandem_inbox", Map.of()).afterLoss().run();
    assertEquals(1, tandem.notShown.remove().letters().size());
    assertTrue(tandem.shown.isEmpty());
  }

  @Test
  void a_lost_result_that_tells_of_others_doings_alone_gives_them_back() {
    var joined = new Happening(Mails.place(3), Mails.ADA, new What.Admitted(Mails.BOB));
    var news = new Answer.News(List.of(joined), 2, 0, _ -> "Bob");
    var unread = new Answer.Letters(List.of(), 0, List.of(), news);
    var tandem = FakeTandem.answering(REFUSED).unread(unread);
    call(tandem, "intandem_peers", Map.of()).afterLoss().run();
    assertEquals(news, tandem.notShown.remove().news());
  }

  @Test
  void a_flushed_result_marks_its_messages_as_shown() throws InterruptedException {
    var tandem = FakeTandem.answering(Mails.letters(Mails.fromBob(3, "Hi")));
    try (var host =
        TestHost.start(Tools.of(tandem, FakeTandem.setting()).toArray(Tool[]::new)).initialize()) {
      host.call(1, "intandem_inbox", Map.of());
      assertFalse(host.answerTo(1).path("result").path("isError").asBoolean());
      var shown = tandem.shown.poll(20, TimeUnit.SECONDS);
      assertEquals(Mails.BOB, shown.letters().getFirst().letter().from());
    }
  }
}
