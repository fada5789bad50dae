package intandem.websocket;

import intandem.domain.port.Tunnel.HeaderTrust;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Whom one listener serves.
 *
 * @param hosts the names a request may ask for, lower-case, IPv6 in brackets, with any port; asked
 *     for each request
 * @param callers how it tells callers apart
 * @param sockets how many connections may be open at once
 */
public record ListenerRules(Supplier<Set<String>> hosts, Callers callers, int sockets) {
  private static final int SOCKETS = 16;
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** For processes of this machine; a foreign name in {@code Host} is a rebound DNS name. */
  public static ListenerRules local() {
    return new ListenerRules(() -> LOOPBACK, Callers.BY_SOCKET, SOCKETS);
  }

  /** For what comes through a tunnel, which is asked for by the names the tunnel has just now. */
  public static ListenerRules tunnel(Supplier<Set<String>> hosts, HeaderTrust trust) {
    return new ListenerRules(hosts, Callers.by(trust), SOCKETS);
  }

  boolean admits(List<String> hostHeaders) {
    return hostHeaders.size() == 1
        && hosts
            .get()
            .contains(
                PORT.matcher(hostHeaders.getFirst()).replaceFirst("").toLowerCase(Locale.ROOT));
  }
}
