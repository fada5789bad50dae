package intandem.domain.admission;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what looks like a secret in a text: private keys, tokens of well-known services, passwords
 * in URLs, and random values given to something called password, token and the like. The time it
 * takes is linear in the length of the text.
 */
public final class Secrets {
  private Secrets() {}

  /**
   * What was found; the value itself is never told.
   *
   * @param rule what it looks like
   * @param line where it begins, counted from 1
   */
  public record Finding(String rule, int line) {}

  /** A match of a rule, and its offset in the text. */
  record Hit(String rule, int at) {}

  /** The first secret in a text. */
  public static Optional<Finding> first(String text) {
    return first(text, 0, text.length());
  }

  /** The first secret that whole lines of a text, given by offsets, show anything of. */
  static Optional<Finding> first(String text, int begin, int end) {
    return Stream.concat(
            PrivateKeys.first(text, begin, end).stream(),
            TokenRule.ALL.stream().flatMap(rule -> rule.first(text, begin, end).stream()))
        .min(Comparator.comparingInt(Hit::at))
        .map(hit -> new Finding(hit.rule(), line(text, hit.at())));
  }

  private static int line(String text, int offset) {
    return 1 + Math.toIntExact(text.chars().limit(offset).filter(c -> c == '\n').count());
  }
}
