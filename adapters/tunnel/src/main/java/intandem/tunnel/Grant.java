package intandem.tunnel;

import intandem.domain.id.Endpoint;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a localtunnel server grants: its answer to a registration, a flat JSON object.
 *
 * @param address where it serves what it passes on
 * @param host where connections are to be held open for it; empty: where it was asked
 * @param port of that host
 * @param connections how many it takes
 */
record Grant(Endpoint address, String host, int port, int connections) {
  private static final int MOST_CONNECTIONS = 10;
  private static final Pattern URL =
      Pattern.compile("\"url\"\\s*:\\s*\"(https?)://([A-Za-z0-9.:\\[\\]-]{1,270})/?\"");
  private static final Pattern PORT = Pattern.compile("\"port\"\\s*:\\s*([0-9]{1,5})\\b");
  private static final Pattern COUNT =
      Pattern.compile("\"max_conn_count\"\\s*:\\s*([0-9]{1,5})\\b");
  private static final Pattern HOST = Pattern.compile("\"ip\"\\s*:\\s*\"([0-9A-Fa-f.:]{2,45})\"");

  /** Empty if it grants nothing that can be used: an address with TLS, or one of this machine. */
  static Optional<Grant> read(String json) {
    Optional<Endpoint> address =
        find(URL, json)
            .flatMap(
                url ->
                    Endpoint.parse(url.group(2))
                        .filter(a -> url.group(1).equals("https") || a.loopback()));
    int port = number(PORT, json);
    int connections = Math.clamp(number(COUNT, json), 1, MOST_CONNECTIONS);
    String host = find(HOST, json).map(found -> found.group(1)).orElse("");
    return address
        .filter(a -> port > 0 && port <= 65_535)
        .map(a -> new Grant(a, host, port, connections));
  }

  private static int number(Pattern pattern, String json) {
    return find(pattern, json).map(found -> Integer.parseInt(found.group(1))).orElse(0);
  }

  private static Optional<MatchResult> find(Pattern pattern, String json) {
    return pattern.matcher(json).results().findFirst();
  }
}
