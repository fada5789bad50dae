package intandem.tunnel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a carrier's program is told of this process's environment: as little as it needs. */
final class Environment {
  private static final List<String> COMMON = List.of("PATH", "HOME", "USER", "LOGNAME", "TMPDIR");
  private static final List<String> PROXIES =
      List.of(
          "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR");
  private static final List<String> AGENT = List.of("SSH_AUTH_SOCK");

  private Environment() {}

  /** Nothing that starts with TUNNEL_, which would be options of cloudflared. */
  static Map<String, String> forCloudflared(Map<String, String> all) {
    return pick(all, Stream.concat(COMMON.stream(), PROXIES.stream()));
  }

  static Map<String, String> forSsh(Map<String, String> all) {
    return pick(all, Stream.concat(COMMON.stream(), AGENT.stream()));
  }

  private static Map<String, String> pick(Map<String, String> all, Stream<String> names) {
    Map<String, String> picked = new HashMap<>();
    names.forEach(
        name -> Optional.ofNullable(all.get(name)).ifPresent(value -> picked.put(name, value)));
    picked.put("LC_ALL", "C");
    return picked;
  }
}
