package intandem.app.seat;

import intandem.app.platform.Closer;
import intandem.app.platform.Platform;
import intandem.domain.hub.Hub;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Acceptor;
import intandem.domain.port.Entrance;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Envelope;
import intandem.domain.session.Session;
import intandem.domain.session.boundary.Role;
import intandem.domain.session.boundary.SessionInput;
import intandem.storage.Database;
import java.util.List;
import java.util.Optional;

/** A seat with everything it runs on, open until it is closed. */
public final class Opened implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Identity identity;
  private final Seat seat;
  private final Closer closer;

  private Opened(Plan plan, Seat seat) {
    this.identity = plan.identity();
    this.seat = seat;
    this.closer = plan.closer();
  }

  /** What to open. */
  public record Plan(
      Identity identity,
      Body.Profile profile,
      Database database,
      Seat.Outside outside,
      Closer closer) {}

  /** The owner of a new workspace takes its seat, with its hub. */
  public static Opened founder(
      Platform platform, Plan plan, KeyPair hubKey, Envelope genesis, String name) {
    Role role = new Role.Founder(plan.profile(), name, platform.joining());
    Wiring wiring = new Wiring(platform, plan);
    Hub hub =
        Hub.found(platform.hub(plan.database().log()), hubKey, genesis, platform.clock().instant());
    return wiring.open(role, Optional.of(hub));
  }

  /** Any member takes its seat again: where the hub is, or is to be, it finds out from there. */
  public static Opened member(Platform platform, Plan plan, List<Endpoint> hints) {
    Role role = new Role.Member(plan.profile(), hints, platform.joining());
    return new Wiring(platform, plan).open(role, Optional.empty());
  }

  /** A loop and links that wait for the seat they belong to. */
  private static final class Wiring {
    private final Platform platform;
    private final Plan plan;
    private final Loop loop;
    private final Wires wires;

    Wiring(Platform platform, Plan plan) {
      this.platform = platform;
      this.plan = plan;
      this.loop = new Loop(platform.clock());
      this.wires = new Wires(platform.codec(), loop);
    }

    /** Every member listens, as any may lead one day: on the port that it told the others. */
    Opened open(Role role, Optional<Hub> hub) {
      Shelf shelf = new Shelf(platform, plan);
      Session session = shelf.session(role, platform.clock().instant());
      int port = session.announced().map(Endpoint::port).orElse(0);
      Acceptor.Listening listening =
          plan.closer().register(platform.acceptor().listen(port, wires.arrivals(Entrance.LOCAL)));
      loop.post(new SessionInput.Listening(new Endpoint(LOOPBACK, listening.port())));
      Seat seat = new Seat(shelf, session, hub, new Seat.Parts(wires, loop));
      plan.closer().register(seat.reachability());
      plan.closer().register(seat::abandon);
      plan.closer().register(wires);
      plan.closer().register(loop::stop);
      plan.closer().register(seat::close);
      if (hub.isPresent()) {
        seat.reachability().lead();
      }
      loop.start(seat);
      return new Opened(plan, seat);
    }
  }

  /** Who sits there. */
  public Identity identity() {
    return identity;
  }

  /** The seat itself. */
  public Seat seat() {
    return seat;
  }

  @Override
  public void close() {
    closer.close();
  }
}
