package intandem.mcp.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** What a peer may write to be taken for something else: a collection, and texts made of it. */
final class HostileTexts {

  static final Path FOLDER = Path.of("src/test/resources/hostile");

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x\\{(\\d+):((?:\\\\[ux]\\{[^}]*}|[^}])*)}|u\\{(\\p{XDigit}+)}|(.))");

  private static final int MOST_FRAGMENTS = 12;
  private static final int MOST_CHARS = 300;
  private static final int[] SPICE = {
    '<', '>', '&', '"', '\'', '\n', '\r', '\t', 0x1b, 0x85, 0xad, 0x34f, 0x301, 0x338, 0x202e,
    0x200b, 0x200d, 0x2028, 0x2069, 0x3164, 0xfe0f, 0xfeff, 0xd800, 0xdfff, 0xe000, 0xfb2c, 0xe0041,
    0xe0100, 0xfffff, 0x1f600, 0x37e, '│', '‹', '›', ';', '#', 'a', ' '
  };

  private HostileTexts() {}

  /** One text of the collection. */
  record Named(String group, String name, String text) {
    @Override
    public String toString() {
      return group + ": " + name;
    }
  }

  static List<Named> all() {
    var texts = new ArrayList<Named>();
    var group = "";
    for (var line : lines()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        group = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        var colon = line.indexOf(": ");
        texts.add(new Named(group, line.substring(0, colon), read(line.substring(colon + 2))));
      }
    }
    return texts;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FOLDER.resolve("texts.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String written) {
    var text = new StringBuilder();
    var escape = ESCAPE.matcher(written);
    var end = 0;
    while (escape.find()) {
      text.append(written, end, escape.start());
      end = escape.end();
      if (escape.group(1) != null) {
        text.repeat(read(escape.group(2)), Integer.parseInt(escape.group(1)));
      } else if (escape.group(3) != null) {
        text.appendCodePoint(Integer.parseInt(escape.group(3), 16));
      } else {
        text.append(("\\" + escape.group(4)).translateEscapes());
      }
    }
    return text.append(written, end, written.length()).toString();
  }

  /** Up to 12 pieces: of the collection, of the characters that matter, or of any. */
  static String random(Random random, List<Named> collection) {
    var text = new StringBuilder();
    for (var left = random.nextInt(MOST_FRAGMENTS); left > 0; left--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append(piece(random, collection.get(random.nextInt(collection.size()))));
        case 1 -> text.appendCodePoint(random.nextInt(0x110000));
        default -> text.appendCodePoint(SPICE[random.nextInt(SPICE.length)]);
      }
    }
    return text.toString();
  }

  private static String piece(Random random, Named source) {
    var text = source.text();
    var from = random.nextInt(2) == 0 ? 0 : random.nextInt(text.length());
    return text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(MOST_CHARS)));
  }
}
