package intandem.mcp.words;

import intandem.domain.tandem.Answer.Receipt;
import intandem.domain.tandem.Answer.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** How far a message got, best first: seen by Bob; in Carol's session; Dave is away; Eve left. */
final class ReceiptWords {

  private ReceiptWords() {}

  static String of(List<Receipt> receipts) {
    if (receipts.isEmpty()) {
      return "nobody else is seated";
    }
    var parts = new ArrayList<String>();
    add(parts, receipts, r -> r.stage() == Stage.SEEN, names -> "seen by " + Lists.and(names));
    add(parts, receipts, r -> r.stage() == Stage.RECEIVED, ReceiptWords::sessions);
    add(parts, receipts, r -> waits(r) && r.online(), n -> "on its way to " + Lists.and(n));
    add(parts, receipts, r -> waits(r) && !r.online(), ReceiptWords::away);
    add(parts, receipts, r -> r.stage() == Stage.LEFT, n -> Lists.and(n) + " left without it");
    return String.join("; ", parts);
  }

  private static boolean waits(Receipt receipt) {
    return receipt.stage() == Stage.WAITING;
  }

  private static String sessions(List<String> names) {
    return "in " + Lists.and(names.stream().map(name -> name + "'s").toList()) + " session";
  }

  private static String away(List<String> names) {
    return Lists.and(names) + (names.size() == 1 ? " is" : " are") + " away and will get it";
  }

  private static void add(
      List<String> parts,
      List<Receipt> receipts,
      Predicate<Receipt> which,
      Function<List<String>, String> words) {
    var names = receipts.stream().filter(which).map(r -> Notices.name(r.name())).toList();
    if (!names.isEmpty()) {
      parts.add(words.apply(names));
    }
  }
}
