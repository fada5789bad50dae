package intandem.mcp.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A collection of hostile texts and what is shown of each, and random texts made of it. {@code
 * -Drender.texts=N} tries more of those, {@code -Drender.seed=S} others.
 */
class HostileTextsTest {

  private static final int EXCERPT_CHARS = 1_200;
  private static final int QUOTED_CHARS = 80;
  private static final long TEXTS = 30_000;

  /** The tag of each fence is the same, so that what is shown can be compared. */
  private final Notices notices = new Notices(() -> 0x0123456789abcdefL);

  static List<HostileTexts.Named> collection() {
    return HostileTexts.all();
  }

  @Test
  void the_collection_has_at_least_three_hundred_texts() {
    var texts = collection().stream().map(HostileTexts.Named::text).distinct().count();
    assertTrue(texts >= 300, texts + " texts");
  }

  @ParameterizedTest
  @MethodSource("collection")
  void a_hostile_text_comes_out_harmless(HostileTexts.Named hostile) {
    check(hostile.text());
  }

  @Test
  void hostile_texts_come_out_as_they_always_did() throws IOException {
    var file = HostileTexts.FOLDER.resolve("shown.txt");
    var shown = collection().stream().map(this::shown).collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, shown);
    }
    assertEquals(Files.readString(file), shown, "what is shown has changed");
  }

  private String shown(HostileTexts.Named hostile) {
    var block = excerpt(notices.block(hostile.text()));
    var quoted = Notices.quote(hostile.text(), QUOTED_CHARS);
    return "== %s\n%s\n%s\n".formatted(hostile, block, quoted);
  }

  private static String excerpt(String shown) {
    var hash = Hash.of(Bytes.utf8(shown)).value().hex().substring(0, 16);
    return shown.length() <= EXCERPT_CHARS
        ? shown
        : "%s … %d characters in all, %s".formatted(shown.substring(0, 200), shown.length(), hash);
  }

  @Test
  void random_texts_come_out_harmless() {
    var seed = Long.getLong("render.seed", 1);
    var random = new Random(seed);
    var collection = collection();
    for (var i = 0L; i < Long.getLong("render.texts", TEXTS); i++) {
      var text = HostileTexts.random(random, collection);
      try {
        check(text);
      } catch (AssertionError e) {
        throw new AssertionError("-Drender.seed=" + seed + ", text " + i, e);
      }
    }
  }

  private void check(String text) {
    Harmless.block(notices.block(text));
    Harmless.quotation(Notices.quote(text, QUOTED_CHARS));
    Harmless.text(Notices.name(text));
  }
}
