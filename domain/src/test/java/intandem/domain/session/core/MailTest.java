package intandem.domain.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.port.SessionVault.Mark;
import intandem.domain.port.SessionVault.Shown;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Place;
import intandem.domain.view.Letter;
import intandem.domain.workspace.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTest {
  private static final MemberId SELF = World.id("self");
  private static final MemberId ANA = World.id("ana");
  private static final Recipient ALL = new Recipient.All();

  private final Mail mail = new Mail(SELF, List.of());

  private static Letter letter(long number, MemberId from, Recipient to) {
    byte[] id = new byte[EntryId.SIZE];
    id[0] = (byte) number;
    Term term = new Term(1, World.key("hub"));
    Body.Text text = new Body.Text(MessageType.CHAT, "hello", 0, 0);
    return new Letter(
        new Place(term, number, Instant.EPOCH), from, new EntryId(Bytes.of(id)), to, text);
  }

  private static Mark mark(Letter letter, Shown shown) {
    return new Mark(letter.from(), letter.id(), shown);
  }

  @Test
  void messages_to_all_and_to_me_are_mine() {
    Letter toAll = letter(3, ANA, ALL);
    Letter toMe = letter(4, ANA, new Recipient.One(SELF));
    assertTrue(mail.add(toAll));
    assertTrue(mail.add(toMe));
    assertEquals(List.of(toAll, toMe), mail.unread());
  }

  @Test
  void my_own_messages_and_those_to_others_are_not() {
    assertFalse(mail.add(letter(3, SELF, ALL)));
    assertFalse(mail.add(letter(4, ANA, new Recipient.One(World.id("bo")))));
    assertFalse(mail.add(letter(5, SELF, new Recipient.One(ANA))));
    assertEquals(0, mail.received());
  }

  @Test
  void a_message_is_unread_until_it_was_seen() {
    Letter letter = letter(3, ANA, ALL);
    mail.add(letter);
    mail.mark(mark(letter, Shown.OFFERED));
    assertEquals(List.of(letter), mail.unread());
    mail.mark(mark(letter, Shown.SEEN));
    assertEquals(List.of(), mail.unread());
  }

  @Test
  void what_was_seen_stays_seen() {
    Letter letter = letter(3, ANA, ALL);
    mail.mark(mark(letter, Shown.SEEN));
    mail.mark(mark(letter, Shown.OFFERED));
    assertFalse(mail.add(letter));
    assertFalse(mail.offered(letter));
  }

  @Test
  void marks_outlive_the_process() {
    Letter seen = letter(3, ANA, ALL);
    Letter offered = letter(4, ANA, ALL);
    Mail reopened = new Mail(SELF, List.of(mark(seen, Shown.SEEN), mark(offered, Shown.OFFERED)));
    assertFalse(reopened.add(seen));
    assertTrue(reopened.add(offered));
    assertTrue(reopened.offered(offered));
    assertEquals(2, reopened.received());
  }

  @Test
  void a_message_that_is_looked_at_again_counts_once() {
    Letter letter = letter(3, ANA, ALL);
    assertTrue(mail.add(letter));
    assertFalse(mail.add(letter));
    assertEquals(1, mail.received());
  }

  @Test
  void what_could_be_opened_only_later_goes_before_what_was_written_after_it() {
    Letter early = letter(3, ANA, ALL);
    Letter late = letter(5, ANA, ALL);
    mail.add(late);
    mail.add(early);
    assertEquals(List.of(early, late), mail.waiting());
    assertEquals(2, mail.seen(9));
  }

  @Test
  void two_authors_may_use_one_id() {
    Letter anas = letter(3, ANA, ALL);
    Letter bos = new Letter(anas.place(), World.id("bo"), anas.id(), ALL, anas.message());
    mail.mark(mark(anas, Shown.SEEN));
    assertTrue(mail.add(bos));
  }

  @Test
  void everything_before_the_first_unread_message_was_seen() {
    assertEquals(9, mail.seen(9));
    Letter first = letter(4, ANA, ALL);
    Letter second = letter(7, ANA, ALL);
    mail.add(first);
    mail.add(second);
    mail.mark(mark(second, Shown.SEEN));
    assertEquals(3, mail.seen(9));
    mail.mark(mark(first, Shown.SEEN));
    assertEquals(9, mail.seen(9));
  }
}
