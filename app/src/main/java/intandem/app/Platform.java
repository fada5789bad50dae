package intandem.app;

import intandem.codec.JsonCodec;
import intandem.crypto.CpaceHandshake;
import intandem.crypto.JdkSealer;
import intandem.crypto.JdkSigner;
import intandem.domain.admission.Limits;
import intandem.domain.hub.HubPorts;
import intandem.domain.join.JoinPorts;
import intandem.domain.port.Acceptor;
import intandem.domain.port.Codec;
import intandem.domain.port.Dialer;
import intandem.domain.port.EntryLog;
import intandem.domain.port.Sealer;
import intandem.domain.port.Signer;
import intandem.domain.port.Tunnel.HeaderTrust;
import intandem.domain.port.Whereabouts;
import intandem.domain.session.boundary.SessionPorts;
import intandem.storage.Database;
import intandem.tunnel.TunnelChoice;
import intandem.websocket.ListenerRules;
import intandem.websocket.Timeouts;
import intandem.websocket.WebSocketNetwork;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The adapters of one process: made at the first use of a workspace, not at start. */
final class Platform implements AutoCloseable {
  final InstantSource clock = new SteadyClock();
  final RandomGenerator entropy = new SecureRandom();
  final Codec codec = new JsonCodec();
  final Signer signer = new JdkSigner(entropy);
  final Sealer sealer = new JdkSealer(entropy);
  final Limits limits;

  final TunnelChoice tunnel;

  private final WebSocketNetwork network;

  /** The environment names the tunnel, the proxy, and certificates to trust. */
  Platform(Limits limits, Map<String, String> environment) {
    this.limits = limits;
    this.tunnel = TunnelChoice.of(environment);
    this.network = new WebSocketNetwork(Timeouts.standard(), environment);
  }

  Dialer dialer() {
    return network;
  }

  Acceptor acceptor() {
    return network.acceptor(ListenerRules.local());
  }

  /** For what comes through a tunnel, asked for by one of those names. */
  Acceptor acceptor(Supplier<Set<String>> hosts, HeaderTrust trust) {
    return network.acceptor(ListenerRules.tunnel(hosts, trust));
  }

  JoinPorts joining() {
    return new JoinPorts(codec, sealer, signer, new CpaceHandshake(entropy), entropy);
  }

  HubPorts hub(EntryLog log) {
    return new HubPorts(log, codec, signer, entropy, limits);
  }

  SessionPorts session(Database database, Whereabouts whereabouts) {
    return new SessionPorts(
        database.log(), database.vault(), whereabouts, codec, sealer, signer, entropy, limits);
  }

  @Override
  public void close() {
    network.close();
  }
}
