package intandem.tunnel;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A quick tunnel of Cloudflare, through the cloudflared that the user has installed. Each run has
 * another address. The user's own configuration of cloudflared is kept out: its rules would apply.
 */
public final class CloudflaredTunnel implements Tunnel {
  private final Path binary;
  private final Map<String, String> environment;

  /**
   * Starts nothing yet.
   *
   * @param environment of this process; only what names proxies and certificates is handed on
   */
  public CloudflaredTunnel(Path binary, Map<String, String> environment) {
    this.binary = binary;
    this.environment = Environment.forCloudflared(environment);
  }

  @Override
  public Carrier carrier() {
    return Carrier.CLOUDFLARED;
  }

  @Override
  public HeaderTrust trust() {
    return HeaderTrust.CF_CONNECTING_IP;
  }

  @Override
  public int port() {
    return 0;
  }

  @Override
  public Passage open(int port, Optional<Endpoint> before, Events events) {
    List<String> command =
        List.of(
            binary.toString(),
            "tunnel",
            "--no-autoupdate",
            "--config",
            "/dev/null",
            "--grace-period",
            "1s",
            "--url",
            "http://127.0.0.1:" + port);
    return CommandPassage.start(command, environment, new CloudflaredReading(), events);
  }
}
