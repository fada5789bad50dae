package intandem.mcp.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.tandem.Answer;
import intandem.mcp.Mails;
import intandem.mcp.waking.WakeLine;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is answered, refused, noticed or pushed: no text of a peer gets around the renderer. */
class EveryPathTest {

  private static final Pattern ACTIVE = Pattern.compile("[<>]|&(?!(amp|lt|gt|quot|apos);)");
  private static final Answer.Letters NOTHING =
      new Answer.Letters(List.of(), 0, List.of(), Answer.News.NONE);

  private final Results results = new Results(new Notices(new Random(1)), new Moments(Mails.NOON));

  static List<?> answers() {
    return Imagined.all(Answer.class);
  }

  static List<?> letters() {
    return Imagined.all(Answer.Letters.class);
  }

  static List<?> wakes() {
    return Imagined.all(SessionEffect.Wake.class);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_shows_peers_texts_as_such(Answer answer) {
    check(results.of(answer, NOTHING));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void what_rides_along_shows_peers_texts_as_such(Answer.Letters letters) {
    check(results.unread(letters));
    check(results.toHook(letters));
  }

  @ParameterizedTest
  @MethodSource("wakes")
  void a_wake_line_shows_nothing_of_a_text(SessionEffect.Wake wake) {
    var event = WakeLine.of(wake);
    assertEquals(-1, event.content().indexOf(Imagined.MARK), event.content());
    assertTrue(event.meta().values().stream().noneMatch(v -> v.contains(Imagined.MARK)));
  }

  private static void check(String shown) {
    Harmless.plain(shown);
    assertTrue(!ACTIVE.matcher(shown).find(), shown);
    shown.lines().filter(line -> line.contains(Imagined.MARK)).forEach(EveryPathTest::marked);
  }

  /** A line of a peer carries the mark; a quotation is open where its text stands. */
  private static void marked(String line) {
    var before = line.substring(0, line.lastIndexOf(Imagined.MARK));
    var quoted = before.chars().filter(c -> c == '"').count() % 2 == 1;
    assertTrue(line.startsWith("│") || quoted, line);
  }
}
