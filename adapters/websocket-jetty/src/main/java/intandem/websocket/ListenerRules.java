package intandem.websocket;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom one listener serves.
 *
 * @param hosts the names a request may ask for, lower-case, IPv6 in brackets, with any port
 * @param sockets how many connections may be open at once
 */
public record ListenerRules(Set<String> hosts, int sockets) {
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

  public ListenerRules {
    hosts = Set.copyOf(hosts);
  }

  /** For processes of this machine; a foreign name in {@code Host} is a rebound DNS name. */
  public static ListenerRules local() {
    return new ListenerRules(Set.of("127.0.0.1", "localhost", "[::1]"), 16);
  }

  boolean admits(List<String> hostHeaders) {
    return hostHeaders.size() == 1
        && hosts.contains(
            PORT.matcher(hostHeaders.getFirst()).replaceFirst("").toLowerCase(Locale.ROOT));
  }
}
