package intandem.packaging;

import intandem.packaging.Client.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What one member's copy of a workspace says.
 *
 * @param messages by number
 * @param open and {@code done} the board, as it is shown
 * @param variables and {@code findings} as they are shown
 * @param history the last 500 things that happened
 * @param owners names of those that it takes for the owner
 * @param fingerprint of the log as far as it goes
 */
record Copy(
    Map<Long, String> messages,
    List<String> open,
    List<String> done,
    String variables,
    String findings,
    List<String> history,
    List<String> owners,
    String fingerprint) {
  private static final Pattern MESSAGE =
      Pattern.compile("#(\\d+) chat from .*\n‹peer \\w+›\n│ (\\S+)");

  private static final Pattern OWN_NAME = Pattern.compile("(?<=\nYou are )[\\w-]+");
  private static final Pattern OTHER_OWNER = Pattern.compile("(?<=\n- )[\\w-]+(?=: .*, owner)");

  static Copy of(Client client) throws IOException {
    var peers = client.call("intandem_peers", "{}");
    return new Copy(
        messages(client),
        board(client, List.of("open", "claimed", "in_progress", "blocked")),
        board(client, List.of("done")),
        shown(client.call("intandem_get_var", "{\"key\":\"*\"}")),
        shown(client.call("intandem_findings", "{}")),
        history(client),
        owners(peers.text()),
        fingerprint(peers));
  }

  /** Without what rides along with any result, and the word that is another one each time. */
  private static String shown(Result result) throws IOException {
    return result.text().split("\n\n", 2)[0].replaceAll("(?<=peer )\\w+(?=›)", "…");
  }

  /** Where the log ends, and the digits that stand for all of it. */
  static String fingerprint(Result peers) {
    return peers.all("Fingerprint at #[\\d: ]+").getFirst();
  }

  /** The number of the last entry. */
  static long end(Client client) throws IOException {
    var peers = client.call("intandem_peers", "{}");
    return Long.parseLong(peers.all("(?<=Fingerprint at #)\\d+").getFirst());
  }

  private static List<String> owners(String peers) {
    var owner = peers.contains("This session is the hub.") ? OWN_NAME : OTHER_OWNER;
    return owner.matcher(peers).results().map(MatchResult::group).toList();
  }

  private static Map<Long, String> messages(Client client) throws IOException {
    Map<Long, String> found = new TreeMap<>();
    long since = -1;
    for (long last = 0; since < last; ) {
      since = last;
      var page = client.call("intandem_inbox", "{\"since\":%d}".formatted(since));
      var matches = MESSAGE.matcher(page.text());
      while (matches.find()) {
        last = Math.max(last, Long.parseLong(matches.group(1)));
        found.put(Long.parseLong(matches.group(1)), matches.group(2));
      }
    }
    return found;
  }

  private static List<String> history(Client client) throws IOException {
    var log = shown(client.call("intandem_activity_log", "{\"limit\":500}"));
    return log.lines().filter(line -> line.startsWith("[")).toList();
  }

  /** One line a task, beginning with its id. */
  private static List<String> board(Client client, List<String> statuses) throws IOException {
    var lines = new ArrayList<String>();
    for (var status : statuses) {
      var shown = client.call("intandem_board", "{\"status\":\"%s\"}".formatted(status));
      shown.text().lines().filter(line -> line.startsWith("[T-")).forEach(lines::add);
    }
    return lines;
  }

  /** How often a text is found, as a message or as the title of a task. */
  long count(String text) {
    var messages = this.messages.values().stream().filter(text::equals).count();
    return messages + titled(open, text) + titled(done, text);
  }

  /** Whether the task of that title is finished. */
  boolean isDone(String title) {
    return titled(done, title) == 1;
  }

  private static long titled(List<String> lines, String title) {
    var word = Pattern.compile("(?<![\\w.])" + Pattern.quote(title) + "(?![\\w.])");
    return lines.stream().filter(line -> word.matcher(line).find()).count();
  }
}
