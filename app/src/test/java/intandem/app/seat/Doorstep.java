package intandem.app.seat;

import intandem.app.Desktop;
import intandem.app.platform.Closer;
import intandem.app.platform.Platform;
import intandem.domain.admission.Limits;
import intandem.domain.hub.Hub;
import intandem.domain.hub.HubInput;
import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.join.Founding;
import intandem.domain.join.Joining;
import intandem.domain.port.Entrance;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring.Applicant;
import intandem.domain.port.Link;
import intandem.domain.port.Whereabouts;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
import intandem.domain.session.Session;
import intandem.domain.session.boundary.Role;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.storage.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An owner and its hub on the real adapters but no network: frames and time pass by hand. */
final class Doorstep implements AutoCloseable {
  private static final int ALL = 1_000;

  private final Platform platform = new Platform(Limits.DEFAULT, Desktop.NO_TUNNEL);
  private final Letterbox letterbox = new Letterbox();
  private final Wires wires = new Wires(platform.codec(), letterbox);
  private final Database database;
  private final Seat seat;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Optional<InviteCode> code = Optional.empty();
  private int strangers;

  Doorstep(Path directory, int seats) {
    database = Database.open(directory.resolve("owner.db"));
    KeyPair hubKey = platform.signer().generate();
    Founding founding = Founding.of(platform.joining(), hubKey.publicKey(), seats, now);
    Hub hub = Hub.found(platform.hub(database.log()), hubKey, founding.genesis(), now);
    Endpoint endpoint = new Endpoint("127.0.0.1", 1);
    Role role = new Role.Founder(profile("Ada"), "demo", platform.joining());
    Seat.Outside outside = new Outside();
    Session session =
        new Session(
            platform.session(database, outside.whereabouts()), founding.identity(), role, now);
    Seat.Parts parts = new Seat.Parts(wires, letterbox);
    Opened.Plan plan =
        new Opened.Plan(founding.identity(), role.profile(), database, outside, new Closer());
    seat = new Seat(new Shelf(platform, plan), session, Optional.of(hub), parts);
    letterbox.post(new SessionInput.Listening(endpoint));
    settle();
  }

  static Body.Profile profile(String name) {
    return new Body.Profile(name, List.of());
  }

  Platform platform() {
    return platform;
  }

  /** The code that was handed out last. */
  InviteCode code() {
    return code.orElseThrow();
  }

  /** A code that is not the one handed out. */
  InviteCode wrongCode() {
    InviteCode wrong = InviteCode.random(platform.entropy());
    return wrong.equals(code()) ? wrongCode() : wrong;
  }

  /** The owner's user asks for the code. */
  void invite() {
    letterbox.post(new SessionInput.Asked(0, new Ask.Invite()));
    settle();
  }

  Joining joining(InviteCode typed) {
    return joining(typed, applicant());
  }

  /** Keys that nobody used before. */
  Applicant applicant() {
    return Applicant.fresh(platform.signer(), platform.sealer());
  }

  Joining joining(InviteCode typed, Applicant applicant) {
    return new Joining(platform.joining(), typed, profile("Bob"), workspace -> applicant);
  }

  void pass(Duration time) {
    now = now.plus(time);
    settle();
  }

  /** Lets the owner and its hub do all that can be done by now. */
  void settle() {
    do {
      seat.step(letterbox.hub(), letterbox.session(), now);
    } while (letterbox.holdsAny());
  }

  /** The keys of those who were let in after the owner. */
  List<Bytes> admitted() {
    return database.log().after(0, ALL).stream()
        .filter(entry -> entry.content() instanceof Envelope)
        .map(entry -> ((Envelope) entry.content()).header())
        .map(header -> platform.codec().decode(Header.class, header).valid().orElseThrow())
        .filter(Header.Command.class::isInstance)
        .map(header -> ((Header.Command) header).act())
        .filter(Act.AddMember.class::isInstance)
        .map(act -> ((Act.AddMember) act).signKey())
        .toList();
  }

  /** Someone from an address that nobody came from before. */
  Stranger stranger() {
    strangers++;
    return stranger("10.0.%d.%d".formatted(strangers / 250, strangers % 250));
  }

  Stranger stranger(String address) {
    Stranger stranger = new Stranger(wires.arrivals(Entrance.LOCAL).arrived(address));
    stranger.events.opened(stranger);
    settle();
    stranger.hears();
    return stranger;
  }

  @Override
  public void close() {
    database.close();
    platform.close();
  }

  /** The far end of a link to the hub. */
  final class Stranger implements Link {
    private final Link.Events events;
    private final List<Frame> unheard = new ArrayList<>();

    Stranger(Link.Events events) {
      this.events = events;
    }

    /** Says something that the hub has not dealt with yet. */
    void whispers(Frame frame) {
      events.received(platform.codec().encode(frame).utf8(), () -> {});
    }

    /** What came in since it was last asked. */
    List<Frame> hears() {
      List<Frame> heard = List.copyOf(unheard);
      unheard.clear();
      return heard.stream().filter(frame -> !(frame instanceof Frame.Challenge)).toList();
    }

    void hangsUp() {
      events.closed(Ending.CLOSED);
      settle();
    }

    /** Says something and answers what came back. */
    List<Frame> says(Frame frame) {
      whispers(frame);
      settle();
      return hears();
    }

    @Override
    public void send(String text) {
      unheard.add(platform.codec().decode(Frame.class, Bytes.utf8(text)).valid().orElseThrow());
    }

    @Override
    public void close() {}
  }

  private static final class Letterbox implements Wires.Mailbox {
    private final List<HubInput> forHub = new ArrayList<>();
    private final List<SessionInput> forSession = new ArrayList<>();

    @Override
    public void post(HubInput input, Runnable done) {
      forHub.add(input);
    }

    @Override
    public void post(SessionInput input, Runnable done) {
      forSession.add(input);
    }

    boolean holdsAny() {
      return !forHub.isEmpty() || !forSession.isEmpty();
    }

    List<HubInput> hub() {
      return drain(forHub);
    }

    List<SessionInput> session() {
      return drain(forSession);
    }

    private static <T> List<T> drain(List<T> all) {
      List<T> drained = List.copyOf(all);
      all.clear();
      return drained;
    }
  }

  private final class Outside implements Seat.Outside {
    @Override
    public Whereabouts whereabouts() {
      return new Nowhere();
    }

    @Override
    public void remember(boolean leads, List<Endpoint> hubs) {}

    @Override
    public void steppedDown() {}

    @Override
    public void wake(SessionEffect.Wake wake) {}

    @Override
    public void publish(SessionEffect.Publish publish) {
      code = Optional.of(publish.invitation().code());
    }

    @Override
    public void ended(Refusal.Entering farewell) {}
  }
}
