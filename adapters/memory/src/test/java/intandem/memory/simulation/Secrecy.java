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
  private final List<Pattern> codes = new ArrayList<>();

  void add(Secret secret) {
    String hex = Bytes.of(secret.expose()).hex();
    secrets.add(hex);
    secrets.add(Bytes.utf8(hex).hex());
  }

  void add(InviteCode code) {
    codes.add(Pattern.compile("(?<![A-Z2-9])" + code.reveal() + "(?![A-Z2-9])"));
    forms(code.reveal()).stream().skip(1).map(Pattern::compile).forEach(codes::add);
  }

  /** Looks for texts and names always, for keys and codes if asked. */
  void check(Bytes bytes, boolean keys) {
    String text = bytes.utf8();
    boolean found = marked.stream().anyMatch(text::contains);
    boolean key = keys && secrets.stream().anyMatch(text::contains);
    boolean code = keys && codes.stream().anyMatch(pattern -> pattern.matcher(text).find());
    if (found || key || code) {
      throw new AssertionError("something secret in what is carried: " + text);
    }
  }

  private static List<String> forms(String text) {
    String hex = Bytes.utf8(text).hex();
    return List.of(text, hex, Bytes.utf8(hex).hex());
  }
}
