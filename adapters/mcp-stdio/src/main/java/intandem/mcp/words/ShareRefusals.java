package intandem.mcp.words;

import intandem.domain.port.Snippets;
import intandem.domain.tandem.Refusal;
import java.util.List;

/** Why a text is not shared or a variable not set, in sentences. */
final class ShareRefusals {

  private static final int DETAIL_CHARS = 500;
  private static final int EXCERPT_CHARS = 200;

  private ShareRefusals() {}

  static String of(Refusal.Sharing refusal) {
    return switch (refusal) {
      case Refusal.PartTooLong(String part, int characters, int limit) ->
          "%s has %d characters, and %d are the most. Nothing was done yet: shorten it."
              .formatted(Notices.name(part), characters, limit);
      case Refusal.OtherVersion other -> changed(other);
      case Refusal.UnknownVariable(String name, var names) -> unknownVariable(name, names);
      case Refusal.SecretLooking(String part, String rule, int line) ->
          "Not sent: line %d of %s looks like a secret (%s). Take it out; say where it is kept."
                  .formatted(line, Notices.name(part), rule)
              + " Only your user can lift this, by INTANDEM_SECRETS=allow in the server's"
              + " settings.";
      case Refusal.NotShared(Snippets.Reason reason, String detail) ->
          "Not shared: %s %s".formatted(Notices.plain(detail, DETAIL_CHARS), next(reason));
    };
  }

  private static String changed(Refusal.OtherVersion refused) {
    var name = Notices.quote(refused.name(), EXCERPT_CHARS);
    return refused.now().stream()
        .findFirst()
        .map(
            now ->
                "Not set: %s has version %d by now, set by %s to %s. Decide again from there."
                    .formatted(
                        name,
                        now.version(),
                        Notices.name(refused.names().of(now.by())),
                        Notices.quote(now.value(), EXCERPT_CHARS)))
        .orElse("Not set: %s is not set yet; its version is 0.".formatted(name));
  }

  private static String unknownVariable(String name, List<String> names) {
    var shown = Notices.quote(name, EXCERPT_CHARS);
    return names.isEmpty()
        ? "There is no variable %s: none has been set yet.".formatted(shown)
        : "There is no variable %s. These are set: %s."
            .formatted(
                shown,
                Lists.and(names.stream().map(one -> Notices.quote(one, EXCERPT_CHARS)).toList()));
  }

  private static String next(Snippets.Reason reason) {
    return switch (reason) {
      case OUTSIDE, BAD_NAME, MISSING ->
          "Give a path within the project's directory, with / between the names.";
      case LINK -> "Name the file itself, not a link.";
      case NOT_A_FILE -> "Only regular files are shared.";
      case TOO_LARGE -> "Share a snippet of it instead.";
      case BINARY -> "Say where it can be found instead.";
      case EMPTY -> "There is nothing to share.";
      case NO_SUCH_LINES -> "Correct start_line and end_line.";
      case LINE_TOO_LONG -> "Share a part of it as a snippet.";
      case SECRET_NAME, SECRET_TEXT ->
          "Share other lines, or a snippet without it. Only your user can lift this, by"
              + " INTANDEM_SECRETS=allow in the server's settings.";
      case IGNORED, IGNORED_UNKNOWN ->
          "Only your user can lift this, by INTANDEM_SHARE_IGNORED=allow in the server's settings.";
      case UNREADABLE -> "Look at the file, and try again.";
    };
  }
}
