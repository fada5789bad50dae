package intandem.domain.admission;

import intandem.domain.admission.Secrets.Hit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Private keys as text: PEM (RFC 7468), OpenPGP (RFC 9580 section 6.2), PuTTY. A header alone, as
 * code that reads keys has it, is none.
 */
final class PrivateKeys {
  private static final Pattern HEADER =
      Pattern.compile(
          "-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----"
              + "(?=[\\s\\S]{0,300}?[A-Za-z0-9+/]{40})"
              + "|PuTTY-User-Key-File-[0-9]: ");

  private static final String FOOTER = "-----END ";

  private PrivateKeys() {}

  /** The first key of which a part of the text shows anything, to its footer or the text's end. */
  static Optional<Hit> first(String text, int begin, int end) {
    Matcher header = HEADER.matcher(text);
    int keyEnd = 0;
    while (header.find(keyEnd) && header.start() < end) {
      int footer = text.indexOf(FOOTER, header.end());
      keyEnd = footer < 0 ? text.length() : footer + FOOTER.length();
      if (begin < keyEnd) {
        return Optional.of(new Hit("private key", header.start()));
      }
    }
    return Optional.empty();
  }
}
