package intandem.tunnel;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import intandem.domain.port.Tunnel.HeaderTrust;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Which tunnel the user wants: {@code INTANDEM_TUNNEL}, which is {@code auto} unless it is set, and
 * the variables that go with it.
 */
public sealed interface TunnelChoice {
  /** The port to which a manual tunnel leads unless {@code INTANDEM_TUNNEL_PORT} says otherwise. */
  int MANUAL_PORT = 47_800;

  /** None. */
  record Off() implements TunnelChoice {}

  /** This one. */
  record Use(Tunnel tunnel) implements TunnelChoice {}

  /** The setting cannot be followed; {@code problem} says which and why, in a sentence. */
  record Unusable(String problem) implements TunnelChoice {}

  /** Reads the variables; looks for programs on their {@code PATH}, starts none. */
  static TunnelChoice of(Map<String, String> environment) {
    String wanted = environment.getOrDefault("INTANDEM_TUNNEL", "").strip();
    String[] parts = wanted.split(":", 2);
    String rest = parts.length == 2 ? parts[1].strip() : "";
    return switch (rest.isEmpty() ? wanted : parts[0] + ":") {
      case "", "auto" -> cloudflared(environment).orElseGet(() -> localtunnel(environment));
      case "off" -> new Off();
      case "cloudflared" ->
          cloudflared(environment)
              .orElseGet(() -> unusable("cloudflared", "there is no cloudflared on the PATH"));
      case "localtunnel" -> localtunnel(environment);
      case "ssh:" -> ssh(rest, environment);
      case "manual:" -> manual(rest, environment);
      default ->
          unusable(
              wanted,
              "accepted are auto, off, cloudflared, ssh:DESTINATION, localtunnel and"
                  + " manual:HOST[:PORT]");
    };
  }

  private static Unusable unusable(String value, String why) {
    String shown = value.substring(0, Math.min(80, value.length()));
    return new Unusable("INTANDEM_TUNNEL=" + shown + ": " + why);
  }

  private static Optional<TunnelChoice> cloudflared(Map<String, String> environment) {
    return Binary.find("cloudflared", environment.getOrDefault("PATH", ""))
        .map(binary -> new Use(new CloudflaredTunnel(binary, environment)));
  }

  private static TunnelChoice localtunnel(Map<String, String> environment) {
    String host =
        environment.getOrDefault("INTANDEM_LOCALTUNNEL_HOST", LocaltunnelTunnel.PUBLIC_SERVER);
    Optional<URI> server = LocaltunnelTunnel.server(host);
    return server.isPresent()
        ? new Use(new LocaltunnelTunnel(server.get()))
        : new Unusable("INTANDEM_LOCALTUNNEL_HOST is no host, nor https:// and a host");
  }

  private static TunnelChoice ssh(String rest, Map<String, String> environment) {
    Optional<SshTarget> target = SshTarget.parse(rest);
    if (target.isEmpty()) {
      return unusable("ssh:" + rest, "no destination of the form [user@]host[:port]");
    }
    return Binary.find("ssh", environment.getOrDefault("PATH", ""))
        .<TunnelChoice>map(binary -> new Use(new SshTunnel(binary, target.get(), environment)))
        .orElseGet(() -> unusable("ssh:" + rest, "there is no ssh on the PATH"));
  }

  private static TunnelChoice manual(String rest, Map<String, String> environment) {
    Optional<Endpoint> address = Endpoint.parse(rest);
    String port = environment.getOrDefault("INTANDEM_TUNNEL_PORT", String.valueOf(MANUAL_PORT));
    if (address.isEmpty()) {
      return unusable("manual:" + rest, "no host, nor a host and a port");
    }
    if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
      return new Unusable("INTANDEM_TUNNEL_PORT is no port from 1 to 65535");
    }
    boolean forwarded =
        environment.getOrDefault("INTANDEM_TUNNEL_CALLERS", "").equals("x-forwarded-for");
    HeaderTrust trust = forwarded ? HeaderTrust.XFF_RIGHTMOST : HeaderTrust.NONE;
    return new Use(new ManualTunnel(address.get(), Integer.parseInt(port), trust));
  }
}
