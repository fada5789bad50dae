package intandem.mcp.words;

import java.util.List;

/** Lists in words. */
final class Lists {

  private Lists() {}

  /** One, one and two; one, two and three. */
  static String and(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    var rest = items.subList(0, items.size() - 1);
    return String.join(", ", rest) + " and " + items.getLast();
  }

  /** A number and what it counts: 1 peer, 2 peers. */
  static String count(int number, String noun) {
    return number == 1 ? "1 " + noun : number + " " + noun + "s";
  }
}
