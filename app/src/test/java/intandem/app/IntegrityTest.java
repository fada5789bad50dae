package intandem.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.codec.JsonCodec;
import intandem.crypto.JdkSigner;
import intandem.domain.id.Bytes;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.port.Codec;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.Place;
import intandem.domain.tandem.Ask;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Referee;
import intandem.domain.workspace.Referee.Ruling;
import intandem.domain.workspace.Workspace;
import intandem.home.Home;
import intandem.home.KeptMembership;
import intandem.storage.Database;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stored log with one bit turned over, for every byte in turn: whoever checks it as coming from
 * others refuses the entry, or finds another head than the one the hub vouched for.
 */
@TestInstance(Lifecycle.PER_CLASS)
class IntegrityTest {
  private static final int ALL = 1_000;

  private final Codec codec = new JsonCodec();
  private final Referee referee = Referee.strict(codec, new JdkSigner(new SecureRandom()));
  private List<Step> log = List.of();

  /** An entry with what was known before it and with it. */
  private record Step(Optional<Workspace> before, Entry entry, Workspace after) {}

  @BeforeAll
  void converse(@TempDir Path directory) throws Exception {
    try (Desktop desktop = new Desktop(directory, "Ada")) {
      Person ada = desktop.session("a");
      InviteCode code = ada.creates("demo").invitation().code();
      Person bob = desktop.session("b");
      bob.joins(code);
      ada.says("for all");
      bob.tells("Ada", "for one");
      bob.asks(new Ask.Leave());
      bob.rejoins();
    }
    log = fold(stored(Home.open(directory.resolve("home"))));
  }

  private static List<Entry> stored(Home home) {
    KeptMembership any = home.memberships().all().getFirst();
    try (Database database = Database.open(home.database(any.membership()))) {
      return database.log().after(0, ALL);
    }
  }

  private List<Step> fold(List<Entry> entries) {
    List<Step> steps = new ArrayList<>();
    Optional<Workspace> before = Optional.empty();
    for (Entry entry : entries) {
      Workspace after = counted(rule(before, entry)).orElseThrow();
      steps.add(new Step(before, entry, after));
      before = Optional.of(after);
    }
    return steps;
  }

  private Ruling rule(Optional<Workspace> before, Entry entry) {
    return before.map(w -> referee.rule(w, entry)).orElseGet(() -> referee.found(entry));
  }

  private static Optional<Workspace> counted(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Counts counts -> Optional.of(counts.next());
      case Ruling.Noted noted -> Optional.of(noted.next());
      case Ruling.Rejected rejected -> Optional.empty();
    };
  }

  @Test
  void the_log_has_entries_of_every_shape() {
    long notes = log.stream().filter(s -> s.entry().content() instanceof HubNote).count();
    long bare =
        log.stream().filter(s -> parts(s.entry()).anyMatch(part -> part.size() == 0)).count();
    assertTrue(notes >= 2 && bare >= 2 && log.size() >= notes + bare + 5, "a log to try it on");
  }

  @Test
  void no_entry_counts_with_one_bit_of_its_content_turned_over() {
    for (Step step : log) {
      List<Entry> counted = altered(step.entry()).filter(e -> counts(step, e)).toList();
      assertEquals(List.of(), counted, () -> "variants of " + step.entry());
    }
  }

  /** The place is the hub's to give: its signature over the head is what holds it. */
  @Test
  void no_entry_in_another_place_leads_to_the_head_that_the_hub_signed() {
    for (Step step : log) {
      List<Entry> fitting =
          elsewhere(step.entry().place())
              .map(place -> new Entry(place, step.entry().content()))
              .filter(entry -> leads(step, entry))
              .toList();
      assertEquals(List.of(), fitting, () -> "variants of " + step.entry());
    }
  }

  @Test
  void no_entry_counts_twice() {
    for (Step step : log) {
      Step again = new Step(Optional.of(step.after()), step.entry(), step.after());
      assertFalse(counts(again, step.entry()), () -> "again: " + step.entry());
    }
  }

  @Test
  void no_entry_counts_before_the_one_it_follows() {
    for (int i = 1; i < log.size(); i++) {
      assertFalse(counts(log.get(i - 1), log.get(i).entry()), "entry " + (i + 1) + " too early");
    }
  }

  private boolean counts(Step step, Entry entry) {
    return counted(rule(step.before(), entry)).isPresent();
  }

  private boolean leads(Step step, Entry entry) {
    return counted(rule(step.before(), entry))
        .filter(workspace -> workspace.head().equals(step.after().head()))
        .isPresent();
  }

  private static Stream<Bytes> parts(Entry entry) {
    return switch (entry.content()) {
      case Envelope(Bytes header, Bytes body, Bytes mac, Bytes signature) ->
          Stream.of(header, body, mac, signature);
      case HubNote note -> Stream.of(note.signature());
    };
  }

  private Stream<Entry> altered(Entry entry) {
    Stream<? extends Entry.Content> contents =
        switch (entry.content()) {
          case Envelope(Bytes h, Bytes b, Bytes m, Bytes s) ->
              Stream.of(
                      flips(h).map(f -> new Envelope(f, b, m, s)),
                      flips(b).map(f -> new Envelope(h, f, m, s)),
                      flips(m).map(f -> new Envelope(h, b, f, s)),
                      flips(s).map(f -> new Envelope(h, b, m, f)))
                  .flatMap(all -> all);
          case HubNote(MemberId member, boolean online, Bytes s) ->
              Stream.concat(
                  flips(s).map(f -> new HubNote(member, online, f)),
                  Stream.of(
                      new HubNote(member, !online, s), new HubNote(otherThan(member), online, s)));
        };
    return contents.map(content -> new Entry(entry.place(), content));
  }

  private MemberId otherThan(MemberId member) {
    return log.getLast()
        .after()
        .roster()
        .seated()
        .map(Member::id)
        .filter(id -> !id.equals(member))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Place> elsewhere(Place place) {
    Term term = place.term();
    Function<Term, Place> in = other -> new Place(other, place.index(), place.at());
    Stream<Place> times =
        masks()
            .mapToObj(
                mask ->
                    new Place(
                        term,
                        place.index(),
                        Instant.ofEpochMilli(place.at().toEpochMilli() ^ mask)));
    Stream<Place> indexes =
        masks().mapToObj(mask -> new Place(term, place.index() ^ mask, place.at()));
    Stream<Place> keys = flips(term.hubKey()).map(key -> in.apply(new Term(term.number(), key)));
    Place later = in.apply(new Term(term.number() + 1, term.hubKey()));
    return Stream.of(times, indexes, keys, Stream.of(later)).flatMap(all -> all);
  }

  /** One bit in each byte of a number. */
  private static LongStream masks() {
    return IntStream.range(0, Long.BYTES).mapToLong(i -> 1L << (Byte.SIZE * i + i % Byte.SIZE));
  }

  /** The bytes with one bit turned over, in each byte in turn. */
  private static Stream<Bytes> flips(Bytes bytes) {
    return IntStream.range(0, bytes.size())
        .mapToObj(
            i -> {
              byte[] changed = bytes.toArray();
              changed[i] ^= (byte) (1 << (i % Byte.SIZE));
              return Bytes.of(changed);
            });
  }
}
