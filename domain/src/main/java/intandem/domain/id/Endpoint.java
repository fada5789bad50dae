package intandem.domain.id;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a hub listens.
 *
 * @param host a lower-case RFC 1123 name, an IPv4 address, or an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {
  private static final int DEFAULT_PORT = 443;
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]{2,39}(\\.[0-9.]{1,15})?");
  private static final Pattern SHAPE =
      Pattern.compile("(?:\\[([0-9a-f:.]+)]|([a-z0-9.-]{1,253}))(?::([0-9]{1,5}))?");

  public Endpoint {
    boolean named = host.length() <= 253 && NAME.matcher(host).matches();
    boolean numbered = host.contains(":") && IPV6.matcher(host).matches();
    if ((!named && !numbered) || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("not an endpoint");
    }
  }

  /** Reads {@code host}, {@code host:port} or {@code [ipv6]:port}; the port defaults to 443. */
  public static Optional<Endpoint> parse(String text) {
    if (!text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      return Optional.empty();
    }
    var match = SHAPE.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return Optional.empty();
    }
    String host = match.group(1) != null ? match.group(1) : match.group(2);
    int port = match.group(3) != null ? Integer.parseInt(match.group(3)) : DEFAULT_PORT;
    try {
      return Optional.of(new Endpoint(host, port));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether this is the machine itself: the only place where plain WebSocket is spoken. */
  public boolean loopback() {
    return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return port == DEFAULT_PORT ? shown : shown + ":" + port;
  }
}
