package intandem.app;

import intandem.domain.hub.Entrance;
import intandem.domain.hub.Hub;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Acceptor;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Tunnel;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Envelope;
import intandem.domain.reach.Reach;
import intandem.domain.session.NextTerm;
import intandem.domain.session.Role;
import intandem.domain.session.Session;
import intandem.domain.session.SessionInput;
import intandem.domain.session.SessionPorts;
import intandem.domain.workspace.Workspace;
import intandem.storage.Database;
import intandem.tunnel.TunnelChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A seat with everything it runs on, open until it is closed. */
final class Opened implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  final Identity identity;
  final Seat seat;

  private final Optional<Gateway> gateway;
  private final Closer closer;

  private Opened(Plan plan, Seat seat, Optional<Gateway> gateway) {
    this.identity = plan.identity();
    this.seat = seat;
    this.gateway = gateway;
    this.closer = plan.closer();
  }

  /** What to open. */
  record Plan(
      Identity identity,
      Body.Profile profile,
      Database database,
      Seat.Outside outside,
      Closer closer) {}

  /** How a hub is opened on a log. */
  private interface HubOpening {
    Hub open(Instant now);
  }

  /** The owner of a new workspace takes its seat. */
  static Opened founder(
      Platform platform, Plan plan, KeyPair hubKey, Envelope genesis, String name) {
    HubOpening opening =
        now -> Hub.found(platform.hub(plan.database().log()), hubKey, genesis, now);
    return host(platform, plan, opening, new Place(0, name));
  }

  /** Any member takes its seat again: the owner with a new hub, anyone else as a guest. */
  static Opened member(Platform platform, Plan plan, List<Endpoint> hints) {
    SessionPorts ports = platform.session(plan.database());
    KeyPair hubKey = platform.signer.generate();
    Instant now = platform.clock.instant();
    Optional<NextTerm> next = NextTerm.of(ports, plan.identity(), hubKey.publicKey(), now);
    if (next.isEmpty()) {
      return guest(platform, plan, hints);
    }
    Workspace workspace = next.get().workspace();
    Envelope start = next.get().start();
    HubOpening opening =
        at -> Hub.reopen(platform.hub(plan.database().log()), hubKey, workspace, start, at);
    int port =
        next.get().addresses().stream()
            .flatMap(address -> Endpoint.parse(address).stream())
            .map(Endpoint::port)
            .findFirst()
            .orElse(0);
    return host(platform, plan, opening, new Place(port, ""));
  }

  /** A guest takes its seat. */
  static Opened guest(Platform platform, Plan plan, List<Endpoint> hints) {
    Role role = new Role.Guest(plan.profile(), hints);
    Wiring wiring = new Wiring(platform, plan.closer());
    Seat seat = wiring.start(plan, role, Optional.empty());
    return new Opened(plan, seat, Optional.empty());
  }

  /** Where a hub listens, and what its workspace is called if it is new. */
  private record Place(int port, String name) {}

  private static Opened host(Platform platform, Plan plan, HubOpening opening, Place place) {
    Wiring wiring = new Wiring(platform, plan.closer());
    Acceptor.Listening listening =
        plan.closer()
            .register(
                platform.acceptor().listen(place.port(), wiring.wires.arrivals(Entrance.LOCAL)));
    Hub hub = opening.open(platform.clock.instant());
    Endpoint endpoint = new Endpoint(LOOPBACK, listening.port());
    Role role = new Role.Host(plan.profile(), endpoint, place.name(), platform.joining());
    Seat seat = wiring.start(plan, role, Optional.of(hub));
    return new Opened(plan, seat, wiring.reach(plan));
  }

  /** A loop and links that wait for the seat they belong to. */
  private static final class Wiring {
    private final Platform platform;
    private final Closer closer;
    private final Loop loop;
    private final Wires wires;

    Wiring(Platform platform, Closer closer) {
      this.platform = platform;
      this.closer = closer;
      this.loop = new Loop(platform.clock);
      this.wires = new Wires(platform.codec, loop);
    }

    /** Opens the way from other machines that the user wants, if any. */
    Optional<Gateway> reach(Plan plan) {
      return switch (platform.tunnel) {
        case TunnelChoice.Off() -> Optional.empty();
        case TunnelChoice.Unusable(String problem) -> {
          loop.post(new SessionInput.Reached(new Reach.Misset(problem)));
          yield Optional.empty();
        }
        case TunnelChoice.Use(Tunnel tunnel) ->
            Optional.of(
                closer.register(
                    Gateway.open(
                        platform,
                        tunnel,
                        plan.identity().workspace(),
                        wires,
                        reach -> loop.post(new SessionInput.Reached(reach)))));
      };
    }

    Seat start(Plan plan, Role role, Optional<Hub> hub) {
      SessionPorts ports = platform.session(plan.database());
      Session session = new Session(ports, plan.identity(), role, platform.clock.instant());
      Seat.Parts parts = new Seat.Parts(plan.outside(), wires, loop);
      Seat seat = new Seat(platform, plan.database(), session, hub, parts);
      closer.register(seat::abandon);
      closer.register(wires);
      closer.register(loop::stop);
      loop.start(seat);
      return seat;
    }
  }

  /** Waits until it is known whether other machines reach this seat's hub, at most so long. */
  void awaitReach(Duration patience) throws InterruptedException {
    if (gateway.isPresent()) {
      gateway.get().await(patience);
    }
  }

  @Override
  public void close() {
    closer.close();
  }
}
