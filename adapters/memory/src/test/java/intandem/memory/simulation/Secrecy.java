package intandem.memory.simulation;

import intandem.domain.id.Bytes;
import intandem.domain.id.InviteCode;
import intandem.domain.id.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What nobody on the way may find: plain, as hexadecimal, or as hexadecimal of that. */
final class Secrecy {
  private final List<String> marked = forms(Peer.MARKER);
  private final List<String> secrets = new ArrayList<>();
  private final List<String> encoded = new ArrayList<>();
  private final List<InviteCode> codes = new ArrayList<>();

  void add(Secret secret) {
    String hex = Bytes.of(secret.expose()).hex();
    secrets.add(hex);
    secrets.add(Bytes.utf8(hex).hex());
  }

  void add(InviteCode code) {
    codes.add(code);
    forms(code.reveal()).stream().skip(1).forEach(encoded::add);
  }

  /** Looks for texts and names always, for keys and codes if asked. */
  void check(Bytes bytes, boolean keys) {
    String text = bytes.utf8();
    boolean found = marked.stream().anyMatch(text::contains);
    boolean key = keys && secrets.stream().anyMatch(text::contains);
    boolean code =
        keys
            && (encoded.stream().anyMatch(text::contains)
                || codes.stream().anyMatch(known -> alone(known.reveal(), text)));
    if (found || key || code) {
      throw new AssertionError("something secret in what is carried: " + text);
    }
  }

  /** Whether the text has that code, and not as a part of a longer word by chance. */
  private static boolean alone(String code, String text) {
    return text.contains(code)
        && Pattern.compile("(?<![A-Z2-9])" + code + "(?![A-Z2-9])").matcher(text).find();
  }

  private static List<String> forms(String text) {
    String hex = Bytes.utf8(text).hex();
    return List.of(text, hex, Bytes.utf8(hex).hex());
  }
}
