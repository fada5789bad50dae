package intandem.mcp.waking;

import intandem.domain.id.TaskId;
import intandem.domain.session.boundary.SessionEffect.Wake;
import intandem.domain.tandem.Answer;
import intandem.domain.view.Letter;
import intandem.mcp.words.Notices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The push that wakes a model: who wrote, what kind and how many, which tasks are ready, and an id
 * that no other push has, in one line of at most 240 characters and never a word of the text. The
 * values of its meta entries match {@code [A-Za-z0-9_-]{1,40}}.
 */
public final class WakeLine {

  private static final int MOST_NAMES = 2;
  private static final int MOST_KINDS = 3;
  private static final int MOST_TASKS = 2;

  private WakeLine() {}

  /** For at least one message or task. */
  public static ChannelEvent of(Wake wake) {
    var letters = wake.letters();
    var parts = new ArrayList<String>();
    if (!letters.isEmpty()) {
      parts.add(messages(letters, wake.names()));
    }
    if (!wake.tasks().isEmpty()) {
      var ids = wake.tasks().stream().map(TaskId::value).toList();
      parts.add(brief(ids, MOST_TASKS) + " ready for you");
    }
    var content =
        "InTandem: %s. Read with intandem_inbox. [wake %s]"
            .formatted(String.join("; ", parts), wake.id());
    return new ChannelEvent(content, meta(wake));
  }

  private static String messages(List<Letter> letters, Answer.Names names) {
    var authors = letters.stream().map(Letter::from).distinct().toList();
    var from =
        brief(authors.stream().map(author -> Notices.name(names.of(author))).toList(), MOST_NAMES);
    var last = letters.getLast();
    return letters.size() == 1
        ? "%s #%d from %s".formatted(last.message().kind(), last.number(), from)
        : "%d messages from %s (%s)"
            .formatted(letters.size(), from, brief(kinds(letters), MOST_KINDS));
  }

  private static List<String> kinds(List<Letter> letters) {
    var counts =
        letters.stream()
            .collect(
                Collectors.groupingBy(
                    letter -> letter.message().kind(), LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey()).toList();
  }

  private static String brief(List<String> items, int most) {
    var rest = items.size() - most;
    var shown = items.stream().limit(most);
    return Stream.concat(shown, Stream.of("%d more".formatted(rest)).filter(_ -> rest > 0))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> meta(Wake wake) {
    var letters = wake.letters();
    var meta = new LinkedHashMap<String, String>();
    if (letters.isEmpty()) {
      meta.put("event", "task");
    } else {
      meta.put("event", letters.size() == 1 ? "message" : "messages");
      meta.put("id", Long.toString(letters.getLast().number()));
    }
    if (wake.tasks().size() == 1) {
      meta.put("task", wake.tasks().getFirst().value());
    }
    if (letters.stream().map(Letter::from).distinct().count() == 1) {
      meta.put("peer", letters.getLast().from().value());
    }
    if (letters.stream().map(letter -> letter.message().kind()).distinct().count() == 1) {
      meta.put("type", letters.getLast().message().kind());
    }
    return meta;
  }
}
