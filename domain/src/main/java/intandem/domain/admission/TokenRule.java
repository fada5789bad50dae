package intandem.domain.admission;

import intandem.domain.admission.Secrets.Hit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrets of one kind, each on one line.
 *
 * @param pattern its group 1 is the random part; its repetitions are bounded
 * @param random whether that part is as random as it should be
 */
record TokenRule(String label, Pattern pattern, Predicate<String> random) {
  private static final String ALONE = "(?<![A-Za-z0-9])";

  private static final String URL =
      ALONE
          + "[A-Za-z][A-Za-z0-9+.-]{1,20}+://[^\\s:/@?#\"'`<>]{0,100}+:"
          + "([^\\s/@?#\"'`<>]{1,200}+)@[A-Za-z0-9\\[]";

  private static final String NAME =
      "(?i:pass(?:word|wd|phrase)|pwd|secret|token|(?:api|access|private)[_-]?key|credential"
          + "|authorization)[\\w-]{0,24}+(?:\\\\?[\"'`\\]]){0,2}";
  private static final String EQUALS = "[ \\t]{0,8}+(?::=|=>|[:=>])[ \\t]{0,8}+\\\\?[\"'`]?";
  private static final String SCHEME = "(?i:(?:bearer|basic)[ \\t]{1,4}+)?";
  private static final String VALUE_BUT_NO_CALL =
      "([A-Za-z0-9+/=_.~!@#$%^&*?-]{20,400}+)(?![(\\[{])";

  static final List<TokenRule> ALL =
      List.of(
          token("AWS access key", "(?:AKIA|ASIA)([A-Z2-7]{16})(?![A-Za-z0-9])"),
          token("GitHub token", "gh[pousr]_([A-Za-z0-9]{36,255}+)"),
          token("GitHub token", "github_pat_([A-Za-z0-9_]{22,255}+)"),
          token("GitLab token", "glpat-([A-Za-z0-9_.-]{20,255}+)"),
          token("Slack token", "xox[a-z]-([A-Za-z0-9-]{20,255}+)"),
          token("Google API key", "AIza([A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])"),
          token("Anthropic key", "sk-ant-([A-Za-z0-9_-]{20,255}+)"),
          token(
              "JSON Web Token",
              "(?<![_-])eyJ[A-Za-z0-9_-]{8,2000}+\\."
                  + "(eyJ[A-Za-z0-9_-]{8,4000}+\\.[A-Za-z0-9_-]{20,2000}+)"),
          token("Stripe key", "(?:[sr]k_(?:live|test)_|whsec_)([A-Za-z0-9+/=]{16,255}+)"),
          token("npm token", "npm_([A-Za-z0-9]{36})(?![A-Za-z0-9])"),
          new TokenRule("password in a URL", Pattern.compile(URL), Randomness::password),
          value("API key", ALONE + "sk-([A-Za-z0-9_-]{20,255}+)"),
          value("value of a secret", NAME + EQUALS + SCHEME + VALUE_BUT_NO_CALL));

  /** The first match in a part of the text, which is made of whole lines. */
  Optional<Hit> first(String text, int begin, int end) {
    Matcher matcher = pattern.matcher(text).region(begin, end);
    while (matcher.find()) {
      if (random.test(matcher.group(1))) {
        return Optional.of(new Hit(label, matcher.start()));
      }
    }
    return Optional.empty();
  }

  private static TokenRule token(String label, String pattern) {
    return new TokenRule(label, Pattern.compile(ALONE + pattern), Randomness::noPlaceholder);
  }

  private static TokenRule value(String label, String pattern) {
    return new TokenRule(label, Pattern.compile(pattern), Randomness::generated);
  }
}
