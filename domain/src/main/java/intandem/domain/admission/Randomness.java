package intandem.domain.admission;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells values made by a generator from those made by people. */
final class Randomness {
  private static final double BITS_OF_TOKENS = 2.5;
  private static final double BITS_OF_HEX = 3.0;
  private static final double BITS = 3.5;
  private static final double RUN_IN_NAMES = 3.75;
  private static final int LEAST_PASSWORD = 6;

  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32,}+");
  private static final Pattern RUN = Pattern.compile("[A-Z]?[a-z]++|[A-Z]++|[0-9]++");
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)example|placeholder|change.?me|redacted|dummy|your[_-]|x{4}|\\*{4}|\\.{3}");

  private static final Pattern VARIABLE =
      Pattern.compile("[A-Z_]+|\\$\\w+|.*(?:\\$[{(]|\\{\\{|%\\().*|\\{.*\\}");
  private static final Pattern WORD =
      Pattern.compile(
          "(?i)(?:my|the|db|some|super)?[_-]?(?:pass(?:word|wd|phrase)?|pwd|secret|token|postgres"
              + "|mysql|mongo|redis|rabbit(?:mq)?|root|admin|guest|user(?:name)?|test)\\d{0,3}");

  private Randomness() {}

  /** For values whose form alone gives them away. */
  static boolean noPlaceholder(String value) {
    return bits(value) >= BITS_OF_TOKENS && !PLACEHOLDER.matcher(value).find();
  }

  /** For what stands where a password does: not short, no variable, and no word for one. */
  static boolean password(String value) {
    return value.length() >= LEAST_PASSWORD
        && !PLACEHOLDER.matcher(value).find()
        && !VARIABLE.matcher(value).matches()
        && !WORD.matcher(value).matches();
  }

  /** For values of any form: random, and not made of words or numbers. */
  static boolean generated(String value) {
    return bits(value) >= (HEX.matcher(value).matches() ? BITS_OF_HEX : BITS)
        && !PLACEHOLDER.matcher(value).find()
        && meanRun(value) < RUN_IN_NAMES;
  }

  /** Shannon entropy in bits a character. */
  static double bits(String value) {
    Map<Integer, Long> counts =
        value.chars().boxed().collect(Collectors.groupingBy(c -> c, Collectors.counting()));
    return counts.values().stream()
        .mapToDouble(count -> (double) count / value.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }

  /** How long the words and numbers in a value are: short in random text, long in names. */
  private static double meanRun(String value) {
    return RUN.matcher(value)
        .results()
        .mapToInt(run -> run.end() - run.start())
        .average()
        .orElse(0);
  }
}
