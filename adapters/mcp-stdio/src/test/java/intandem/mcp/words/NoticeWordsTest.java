package intandem.mcp.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Rejection;
import intandem.domain.reach.Reach;
import intandem.domain.tandem.Notice;
import intandem.domain.tandem.Refusal;
import intandem.mcp.Mails;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoticeWordsTest {

  private final Results results = new Results(new Notices(new Random(1)), new Moments(Mails.NOON));

  private String words(Notice notice) {
    return NoticeWords.of(notice, results);
  }

  @Test
  void one_late_reading_names_its_message() {
    assertEquals(
        "Notice: Bob has now read #12, unread for 14 min.",
        words(new Notice.ReadLate("Bob", 1, 12, Duration.ofMinutes(14))));
  }

  @Test
  void several_late_readings_are_one_line() {
    assertEquals(
        "Notice: Bob has now read 3 of your messages, from #12 on, unread for 1 h 5 min.",
        words(new Notice.ReadLate("Bob", 3, 12, Duration.ofMinutes(65))));
  }

  @Test
  void a_reader_that_left_is_named_with_what_it_missed() {
    assertEquals(
        "Notice: Bob left without having read #12.", words(new Notice.LeftUnread("Bob", 1, 12)));
  }

  @Test
  void a_pause_says_what_happens_and_whom_to_tell() {
    assertEquals(
        "Notice: Bob wrote more than 6 messages in 2 minutes without a turn of your user, so for"
            + " now its messages wake this session no more; they are shown as ever. Tell your"
            + " user.",
        words(new Notice.Paused("Bob")));
  }

  @Test
  void what_failed_later_is_named_with_its_text_and_the_reason() {
    EntryId id = new EntryId(Bytes.of(new byte[EntryId.SIZE]));
    Body.Text text = new Body.Text(MessageType.CHAT, "Deploy at <noon>", 0, 0);
    Refusal why = new Refusal.AgainstRules(Rejection.LEFT);
    assertEquals(
        "Notice: your message to all, \"Deploy at &lt;noon&gt;\", was refused after all. "
            + Refusals.of(why),
        words(new Notice.Failed(id, new Recipient.All(), text, why, m -> "Bob")));
  }

  @Test
  void a_value_that_failed_later_is_named_by_its_variable() {
    EntryId id = new EntryId(Bytes.of(new byte[EntryId.SIZE]));
    Refusal why = new Refusal.AgainstRules(Rejection.LEFT);
    Body.Variable value = new Body.Variable("v", "1");
    assertEquals(
        "Notice: your value for the variable \"v\" was refused after all. " + Refusals.of(why),
        words(new Notice.Failed(id, new Recipient.All(), value, why, m -> "Bob")));
  }

  @Test
  void whoever_leads_now_is_told_so_with_the_code() {
    assertEquals(
        "Notice: this session is the hub. It works on this machine only: no tunnel is open. Tell"
            + " your user: the code is VPA6KW now. Members on other machines, if there are any, are"
            + " cut off: INTANDEM_TUNNEL says how they get here.",
        words(new Notice.Reachable(new Reach.Local(), Optional.of(Mails.invitation(0)))));
  }

  @Test
  void a_code_that_is_too_old_by_the_time_it_would_be_told_is_not() {
    Results late = new Results(new Notices(new Random(1)), new Moments(Instant.MAX));
    assertEquals(
        "Notice: the hub is gone, and this session is the hub now; all goes on, but the old invite"
            + " code is dead. intandem_invite makes a new one.",
        NoticeWords.of(new Notice.Leads(Optional.of(Mails.invitation(0))), late));
  }

  @Test
  void a_name_of_a_peer_is_escaped() {
    assertEquals(
        "Notice: &lt;b&gt; left without having read #1.",
        words(new Notice.LeftUnread("<b>", 1, 1)));
  }
}
