package intandem.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.codec.JsonCodec;
import intandem.crypto.JdkSigner;
import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.port.EntryLog;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Header;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.view.Happening;
import intandem.domain.view.Happening.What;
import intandem.domain.workspace.Referee;
import intandem.domain.workspace.Referee.Ruling;
import intandem.home.Home;
import intandem.home.Membership;
import intandem.storage.Database;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the rules let pass, since they know no key of the group: a member's own signature over a
 * body or a tag that does not hold. Only a reader can tell.
 */
class UnreadableTest {
  private static final int ALL = 1_000;

  private final JsonCodec codec = new JsonCodec();
  private final JdkSigner signer = new JdkSigner(new SecureRandom());
  @TempDir private Path directory = Path.of("");

  @Test
  void a_message_signed_once_more_is_read_as_before() throws Exception {
    assertInstanceOf(What.Wrote.class, readWith(envelope -> envelope));
  }

  @Test
  void a_body_that_its_author_signed_but_did_not_seal_is_unreadable() throws Exception {
    assertEquals(
        new What.Unreadable(),
        readWith(e -> new Envelope(e.header(), other(e.body()), e.mac(), e.signature())));
  }

  @Test
  void a_tag_made_without_the_key_of_the_epoch_is_unreadable() throws Exception {
    assertEquals(
        new What.Unreadable(),
        readWith(e -> new Envelope(e.header(), e.body(), other(e.mac()), e.signature())));
  }

  private static Bytes other(Bytes bytes) {
    byte[] changed = bytes.toArray();
    changed[changed.length / 2] ^= 1;
    return Bytes.of(changed);
  }

  /** What Ada sees of Bob's message once its stored form was changed and signed by Bob again. */
  private What readWith(UnaryOperator<Envelope> change) throws Exception {
    try (Desktop desktop = new Desktop(directory, "Ada")) {
      Person ada = desktop.session("a");
      Person bob = desktop.session("b");
      bob.joins(ada.creates("demo").invitation().code());
      bob.says("hello");
    }
    long index = forge(Home.open(directory.resolve("home")), change);
    try (Desktop desktop = new Desktop(directory, "Ada")) {
      Person ada = desktop.session("a");
      ada.rejoins();
      Answer.Activity activity =
          assertInstanceOf(Answer.Activity.class, ada.asks(new Ask.Activity(ALL, -1, "")));
      return activity.happenings().stream()
          .filter(happening -> happening.place().index() == index)
          .map(Happening::what)
          .findFirst()
          .orElseThrow();
    }
  }

  /** Changes the message in the owner's database. */
  private long forge(Home home, UnaryOperator<Envelope> change) {
    List<Membership> all = home.memberships().all().stream().map(m -> m.membership()).toList();
    try (Database one = Database.open(home.database(all.getFirst()));
        Database other = Database.open(home.database(all.getLast()))) {
      Entry message = message(one.log());
      Identity author =
          home.keyring()
              .find(all.getFirst().workspace(), command(message).origin().from())
              .orElseThrow();
      Envelope changed = change.apply((Envelope) message.content());
      Bytes signature = signer.sign(author.sign().privateKey(), changed.signingInput());
      Envelope signed = new Envelope(changed.header(), changed.body(), changed.mac(), signature);
      Entry forged = new Entry(message.place(), signed);
      long index = message.place().index();
      for (EntryLog log : List.of(one.log(), other.log())) {
        Head before = log.at(index - 1).orElseThrow();
        log.replaceAfter(before, List.of(forged));
        assertTrue(holds(log), "the rules have nothing against it");
      }
      return index;
    }
  }

  private boolean holds(EntryLog log) {
    Referee referee = Referee.strict(codec, signer);
    List<Entry> entries = log.after(0, ALL);
    Ruling ruling = referee.found(entries.getFirst());
    for (Entry entry : entries.subList(1, entries.size())) {
      switch (ruling) {
        case Ruling.Counts counts -> ruling = referee.rule(counts.next(), entry);
        case Ruling.Noted noted -> ruling = referee.rule(noted.next(), entry);
        case Ruling.Rejected rejected -> {
          return false;
        }
      }
    }
    return ruling instanceof Ruling.Counts;
  }

  private Entry message(EntryLog log) {
    return log.after(1, ALL).stream()
        .filter(entry -> entry.content() instanceof Envelope)
        .filter(entry -> command(entry).act() instanceof Act.Message)
        .findFirst()
        .orElseThrow();
  }

  private Header.Command command(Entry entry) {
    Bytes header = ((Envelope) entry.content()).header();
    return (Header.Command) codec.decode(Header.class, header).valid().orElseThrow();
  }
}
