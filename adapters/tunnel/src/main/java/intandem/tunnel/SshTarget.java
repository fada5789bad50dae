package intandem.tunnel;

import intandem.domain.id.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where ssh goes, and what it asks for there: {@code [user@]host[:port][,remote[=address]]}.
 *
 * @param user empty: as ssh is configured
 * @param host a name that ssh knows, or an address without brackets
 * @param port 0: as ssh is configured
 * @param remote the port to have there; 0: any
 * @param address where a TLS proxy of the user serves that port; empty: what the server says
 */
public record SshTarget(
    String user, String host, int port, int remote, Optional<Endpoint> address) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:([A-Za-z0-9._][A-Za-z0-9._-]{0,63})@)?"
              + "(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9._][A-Za-z0-9._-]{0,252}))"
              + "(?::([0-9]{1,5}))?(?:,([0-9]{1,5})(?:=(.+))?)?");

  /** Services for which one asks for port 80, and which then say where that is. */
  private static final List<String> SERVICES = List.of("localhost.run", "serveo.net");

  private static final int SERVICE_PORT = 80;

  /** Reads the form above; a name that could be taken for an option is no host. */
  public static Optional<SshTarget> parse(String text) {
    Matcher match = SHAPE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    String host = match.group(2) == null ? match.group(3) : match.group(2);
    int usual = SERVICES.contains(host) ? SERVICE_PORT : 0;
    Optional<Endpoint> address = Optional.ofNullable(match.group(6)).flatMap(Endpoint::parse);
    SshTarget target =
        new SshTarget(
            Optional.ofNullable(match.group(1)).orElse(""),
            host,
            number(match.group(4), 0),
            number(match.group(5), usual),
            address);
    boolean whole = address.isPresent() || match.group(6) == null;
    boolean ports = Math.max(target.port(), target.remote()) <= 65_535;
    return whole && ports ? Optional.of(target) : Optional.empty();
  }

  private static int number(@org.jspecify.annotations.Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  /** Whether the server is one that chooses an address and prints it. */
  boolean service() {
    return remote > 0 && address.isEmpty();
  }

  /** The arguments of ssh that name the target. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (!user.isEmpty()) {
      arguments.addAll(List.of("-l", user));
    }
    if (port > 0) {
      arguments.addAll(List.of("-p", Integer.toString(port)));
    }
    arguments.addAll(List.of("--", host));
    return arguments;
  }
}
