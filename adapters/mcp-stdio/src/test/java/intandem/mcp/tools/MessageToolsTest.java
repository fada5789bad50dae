package intandem.mcp.tools;

import static intandem.mcp.tools.ToolCalls.asked;
import static intandem.mcp.tools.ToolCalls.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Priority;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Receipt;
import intandem.domain.tandem.Answer.Stage;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Notice;
import intandem.domain.view.Happening;
import intandem.domain.view.Happening.What;
import intandem.mcp.FakeTandem;
import intandem.mcp.Mails;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageToolsTest {

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
}
