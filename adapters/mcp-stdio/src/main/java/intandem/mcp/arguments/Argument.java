package intandem.mcp.arguments;

import java.util.List;

/**
 * One argument of a tool: what the model may give and, in words, what is accepted. Lengths count
 * Unicode characters; bounds are inclusive.
 */
public sealed interface Argument {

  /** Whether a call without the argument is a fault. */
  enum Presence {
    REQUIRED,
    OPTIONAL
  }

  /** The key, unique among the arguments beside it. */
  String name();

  /** What the model reads about it; may be empty. */
  String description();

  Presence presence();

  /** What is accepted, as the end of the sentence "accepted: …". */
  String accepted();

  record Text(String name, String description, int minChars, int maxChars, Presence presence)
      implements Argument {

    /**
     * Whether the text, without white space at its ends, is long enough, and whole not too long.
     */
    boolean accepts(String text) {
      return length(text.strip()) >= minChars && length(text) <= maxChars;
    }

    private static int length(String text) {
      return text.codePointCount(0, text.length());
    }

    @Override
    public String accepted() {
      return minChars == 0
          ? "a text of at most %d characters".formatted(maxChars)
          : "a text of %d to %d characters".formatted(minChars, maxChars);
    }
  }

  /** A text that says something, of so many bytes in JSON at most: the session counts them. */
  record Prose(String name, String description, int maxBytes, Presence presence)
      implements Argument {

    @Override
    public String accepted() {
      return "a text of 1 to %d bytes, as JSON counts them".formatted(maxBytes);
    }
  }

  record Choice(String name, String description, List<String> values, Presence presence)
      implements Argument {

    public Choice {
      values = List.copyOf(values);
    }

    @Override
    public String accepted() {
      return "one of " + String.join(", ", values);
    }
  }

  record Whole(String name, String description, long min, long max, Presence presence)
      implements Argument {

    @Override
    public String accepted() {
      return "a whole number from %d to %d".formatted(min, max);
    }
  }

  record Flag(String name, String description, Presence presence) implements Argument {

    @Override
    public String accepted() {
      return "true or false";
    }
  }

  /** A list of texts of 1 to {@code maxChars} characters each. */
  record Texts(String name, String description, int maxItems, int maxChars, Presence presence)
      implements Argument {

    /** What each item has to be; it goes by its place in the list. */
    Text item(String place) {
      return new Text(place, "", 1, maxChars, Presence.REQUIRED);
    }

    @Override
    public String accepted() {
      return "a list of at most %d texts of 1 to %d characters".formatted(maxItems, maxChars);
    }
  }

  /** A list of at least one object, each with these fields and no others. */
  record Objects(
      String name, String description, int maxItems, List<Argument> fields, Presence presence)
      implements Argument {

    public Objects {
      fields = List.copyOf(fields);
    }

    boolean accepts(int items) {
      return items > 0 && items <= maxItems;
    }

    @Override
    public String accepted() {
      return "a list of 1 to %d objects with %s".formatted(maxItems, names(fields));
    }
  }

  /** A text that says something: at least one character that is no white space. */
  static Text text(String name, String description, int maxChars, Presence presence) {
    return new Text(name, description, 1, maxChars, presence);
  }

  /** The names in the order of the table. */
  static String names(List<Argument> arguments) {
    return String.join(", ", arguments.stream().map(Argument::name).toList());
  }
}
