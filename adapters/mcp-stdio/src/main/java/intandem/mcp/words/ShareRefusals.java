package intandem.mcp.words;

import intandem.domain.port.Snippets;

/** Why a file is not shared, in sentences. */
final class ShareRefusals {

  private static final int DETAIL_CHARS = 500;

  private ShareRefusals() {}

  static String of(Snippets.Reason reason, String detail) {
    return "Not shared: %s %s".formatted(Notices.plain(detail, DETAIL_CHARS), next(reason));
  }

  private static String next(Snippets.Reason reason) {
    return switch (reason) {
      case OUTSIDE, BAD_NAME, MISSING ->
          "Give a path within the project's directory, with / between the names.";
      case LINK -> "Name the file itself, not a link.";
      case NOT_A_FILE -> "Only regular files are shared.";
      case TOO_LARGE -> "Share a snippet of it instead.";
      case BINARY -> "Say where it can be found instead.";
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
