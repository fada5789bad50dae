package intandem.mcp.tools;

import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.InviteCode.Reading;
import intandem.domain.id.WorkspaceId;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.Where;
import intandem.domain.tandem.Ask.Which;
import intandem.mcp.arguments.Given;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what people hand on by word of mouth: invite codes, hosts and workspace ids. */
final class Typed {

  private static final Pattern PORT_GIVEN = Pattern.compile("(\\[[^\\]]*]|[^\\[:]*):.*");
  private static final String FORM = " Accepted: CODE, or CODE@HOST[:PORT] for another machine.";

  /** What came of it. */
  sealed interface Outcome<T> {
    record Read<T>(T value) implements Outcome<T> {}

    /** Why it could not be read, in a sentence. */
    record Fault<T>(String why) implements Outcome<T> {}
  }

  private Typed() {}

  /** Reads {@code CODE} or {@code CODE@HOST[:PORT]}. */
  static Outcome<Ask.Join> join(String typed) {
    var text = typed.strip();
    var at = text.indexOf('@');
    if (text.isEmpty()) {
      return fault("code is empty." + FORM);
    }
    if (at != text.lastIndexOf('@')) {
      return fault("code has more than one @; a host has no user name or password." + FORM);
    }
    if (at < 0 && text.contains("://")) {
      return fault("code is a web address." + FORM);
    }
    if (at == 0) {
      return fault("The code before the @ is missing." + FORM);
    }
    return at < 0
        ? with(text, new Where.Known())
        : switch (host(text.substring(at + 1))) {
          case Outcome.Read<Where>(Where where) -> with(text.substring(0, at), where);
          case Outcome.Fault<Where>(String why) -> fault(why);
        };
  }

  private static Outcome<Ask.Join> with(String code, Where where) {
    return switch (InviteCode.read(code)) {
      case Reading.Read(InviteCode read) -> new Outcome.Read<>(new Ask.Join(read, where));
      case Reading.Fault why -> fault(fault(code, why) + " Ask your user for the code again.");
    };
  }

  private static String fault(String code, Reading.Fault why) {
    return switch (why) {
      case NOT_ASCII -> "The code has characters beyond the letters A to Z and digits.";
      case WRONG_LENGTH ->
          "A code has 6 characters, not %d.".formatted(code.replaceAll("[ -]", "").length());
      case NEVER_USED ->
          "The letters I and O and the digits 0 and 1 are never used in a code, so one was"
              + " misread.";
      case NOT_ALLOWED -> "The code has a character that is neither a letter nor a digit.";
    };
  }

  /** Reads {@code HOST[:PORT]}; a host on this machine needs its port. */
  static Outcome<Where> host(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return fault("The host after the @ is missing." + FORM);
    }
    if (text.contains("://")) {
      return fault("Give the host without https:// or another scheme: HOST or HOST:PORT.");
    }
    if (text.contains("@")) {
      return fault("Give the host without a user name or password: HOST or HOST:PORT.");
    }
    if (text.chars().anyMatch(c -> "/\\?#".indexOf(c) >= 0)) {
      return fault("Give the host without a path: HOST or HOST:PORT.");
    }
    return Endpoint.parse(text)
        .map(endpoint -> reachable(endpoint, text))
        .orElseGet(() -> fault(hostFault(text)));
  }

  private static Outcome<Where> reachable(Endpoint endpoint, String text) {
    return endpoint.loopback() && !PORT_GIVEN.matcher(text).matches()
        ? fault("A host on this machine needs its port: " + endpoint.host() + ":PORT.")
        : new Outcome.Read<>(new Where.At(endpoint));
  }

  private static String hostFault(String text) {
    if (!text.chars().allMatch(c -> c < 0x80)) {
      return "A host name is written in ASCII; use its xn-- form.";
    }
    var host = text.replaceFirst(":[^:\\]]*$", "");
    return !host.equals(text) && Endpoint.parse(host).isPresent()
        ? "The port after the host has to be a number from 1 to 65535."
        : Given.quote(text) + " is no host name or address. Accepted: HOST or HOST:PORT.";
  }

  /** Reads the id of a workspace, in upper or lower case. */
  static Outcome<Which> workspace(String typed) {
    try {
      var id = new WorkspaceId(typed.strip().toUpperCase(Locale.ROOT));
      return new Outcome.Read<>(new Which.Known(id));
    } catch (IllegalArgumentException e) {
      return fault(
          "workspace is no workspace id: 26 characters from A to Z and 2 to 7, as intandem_peers"
              + " shows it. Leave it out for the last one.");
    }
  }

  private static <T> Outcome<T> fault(String why) {
    return new Outcome.Fault<>(why);
  }
}
