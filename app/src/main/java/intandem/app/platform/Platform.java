package intandem.app.platform;

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
public final class Platform implements AutoCloseable {
  private final InstantSource clock = new SteadyClock();
  private final RandomGenerator entropy = new SecureRandom();
  private final Codec codec = new JsonCodec();
  private final Signer signer = new JdkSigner(entropy);
  private final Sealer sealer = new JdkSealer(entropy);
  private final Limits limits;
  private final TunnelChoice tunnel;
  private final WebSocketNetwork network;

  /** The environment names the tunnel, the proxy, and certificates to trust. */
  public Platform(Limits limits, Map<String, String> environment) {
    this.limits = limits;
    this.tunnel = TunnelChoice.of(environment);
    this.network = new WebSocketNetwork(Timeouts.standard(), environment);
  }

  /** The time of day; it never runs backwards. */
  public InstantSource clock() {
    return clock;
  }

  /** Unguessable numbers. */
  public RandomGenerator entropy() {
    return entropy;
  }

  /** What the wire and the log are written in. */
  public Codec codec() {
    return codec;
  }

  /** Makes and checks signatures. */
  public Signer signer() {
    return signer;
  }

  /** Seals and opens texts. */
  public Sealer sealer() {
    return sealer;
  }

  /** The way from other machines that the user wants, if any. */
  public TunnelChoice tunnel() {
    return tunnel;
  }

  /** Opens links to hubs. */
  public Dialer dialer() {
    return network;
  }

  /** For what comes from this machine. */
  public Acceptor acceptor() {
    return network.acceptor(ListenerRules.local());
  }

  /** For what comes through a tunnel, asked for by one of those names. */
  public Acceptor acceptor(Supplier<Set<String>> hosts, HeaderTrust trust) {
    return network.acceptor(ListenerRules.tunnel(hosts, trust));
  }

  /** What founding and both sides of a join need. */
  public JoinPorts joining() {
    return new JoinPorts(codec, sealer, signer, new CpaceHandshake(entropy), entropy);
  }

  /** What a hub on that log needs. */
  public HubPorts hub(EntryLog log) {
    return new HubPorts(log, codec, signer, entropy, limits);
  }

  /** What the session of a member with that copy needs. */
  public SessionPorts session(Database database, Whereabouts whereabouts) {
    return new SessionPorts(
        database.log(), database.vault(), whereabouts, codec, sealer, signer, entropy, limits);
  }

  @Override
  public void close() {
    network.close();
  }
}
