package intandem.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Epoch;
import intandem.domain.id.Hash;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Audience;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.protocol.Header.Command;
import intandem.domain.protocol.Header.Genesis;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.protocol.KeyWrap;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A workspace in its first key epoch, with members that go by name; the owner's is {@code "owner"}.
 * It makes commands that count, which a test then spoils.
 */
public final class World {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

  private final Workspace founded;
  private final List<Function<Workspace, Decision>> history = new ArrayList<>();
  private Workspace workspace;
  private Duration pause = USUAL_PAUSE;
  private int made;

  /** A workspace of five seats, with those members besides the owner. */
  public World(String... members) {
    this(5, members);
  }

  World(int seats, String... members) {
    Bytes hub = key("hub 1");
    Genesis genesis =
        new Genesis(
            key("owner"), key("owner seal"), hub, Workspace.RULES, seats, Bytes.EMPTY, START);
    Stamp stamp = new Stamp(new Place(new Term(1, hub), 1, START), hash("genesis"));
    founded = Workspace.found(WorkspaceId.of(Bytes.utf8("a header")), genesis, stamp);
    workspace = founded;
    does("owner", startEpoch());
    Stream.of(members).forEach(member -> does("owner", add(member)));
  }

  /** The workspace as it is. */
  public Workspace workspace() {
    return workspace;
  }

  /** The member of that name. */
  public static MemberId id(String name) {
    return MemberId.of(key(name));
  }

  /** A public key of that name. */
  public static Bytes key(String name) {
    return hash(name).value();
  }

  static Hash hash(String name) {
    return Hash.of(Bytes.utf8(name));
  }

  Member member(String name) {
    return workspace.roster().find(id(name)).orElseThrow();
  }

  /** A command and where the hub wants to put it. */
  public record Attempt(Command command, Stamp stamp) {
    Attempt in(WorkspaceId other) {
      return with(
          new Command(other, command.epoch(), command.origin(), command.to(), command.act()));
    }

    Attempt of(Epoch epoch) {
      return with(
          new Command(command.workspace(), epoch, command.origin(), command.to(), command.act()));
    }

    /** The same for that audience. */
    public Attempt to(Audience to) {
      return with(
          new Command(command.workspace(), command.epoch(), command.origin(), to, command.act()));
    }

    Attempt from(Function<Origin, Origin> change) {
      Origin origin = change.apply(command.origin());
      return with(
          new Command(command.workspace(), command.epoch(), origin, command.to(), command.act()));
    }

    Attempt at(Place place) {
      return new Attempt(command, new Stamp(place, stamp.hash()));
    }

    private Attempt with(Command changed) {
      return new Attempt(changed, stamp);
    }
  }

  /** A command that counts, if its act breaks no rule, in the next place of the log. */
  public Attempt attempt(String author, Act act) {
    Epoch epoch = epoch(act);
    Member.Last last =
        workspace.roster().find(id(author)).map(Member::last).stream()
            .map(latest -> latest.in(epoch.term()))
            .findFirst()
            .orElse(new Member.Last(epoch.term(), 0, Hash.ZERO));
    Stamp stamp = next(epoch.term());
    Origin origin =
        new Origin(
            id(author),
            new EntryId(hash("id " + made++).value().slice(0, EntryId.SIZE)),
            last.seq() + 1,
            last.hash(),
            workspace.head(),
            stamp.place().at());
    Audience all = new Audience.Everyone();
    return new Attempt(new Command(workspace.charter().id(), epoch, origin, all, act), stamp);
  }

  private Epoch epoch(Act act) {
    Epoch current = workspace.reign().epoch();
    int number = current.term().number() + 1;
    return switch (act) {
      case Act.StartEpoch start -> current.next();
      case Act.StartTerm start -> new Epoch(new Term(number, key("hub " + number)), 1);
      case Act other -> current;
    };
  }

  /** The next place of the log, one second later unless another time was said to pass. */
  Stamp next(Term term) {
    long index = workspace.head().index() + 1;
    Hash hash = Hash.of(Lv.of("entry").add(index).bytes());
    return new Stamp(new Place(term, index, workspace.at().plus(pause)), hash);
  }

  /** Lets so much log time pass before the next entry. */
  World after(Duration time) {
    pause = time;
    return this;
  }

  /** Makes a command that must count part of the workspace. */
  public World does(String author, Act act) {
    return accept(attempt(author, act));
  }

  /** Makes an attempt that must count part of the workspace. */
  public World accept(Attempt attempt) {
    return accept(before -> before.decide(attempt.command(), attempt.stamp()));
  }

  /** Makes a hub note that must count part of the workspace. */
  public World notes(String name, boolean online) {
    Stamp stamp = next(workspace.reign().term());
    return accept(before -> before.decide(id(name), online, stamp));
  }

  private World accept(Function<Workspace, Decision> step) {
    workspace = assertInstanceOf(Decision.Accepted.class, step.apply(workspace)).next();
    pause = USUAL_PAUSE;
    history.add(step);
    return this;
  }

  /** Why an act does not count. */
  Rejection refusal(String author, Act act) {
    return refusal(attempt(author, act));
  }

  /** Why an attempt does not count. */
  Rejection refusal(Attempt attempt) {
    return refusal(workspace.decide(attempt.command(), attempt.stamp()));
  }

  /** Why a hub note does not count in that place. */
  Rejection refusal(String noted, boolean online, Stamp stamp) {
    return refusal(workspace.decide(id(noted), online, stamp));
  }

  /** The reason, once it is sure that the workspace is still what its history makes of it. */
  private Rejection refusal(Decision decision) {
    Rejection reason = assertInstanceOf(Decision.Rejected.class, decision).reason();
    Workspace again = founded;
    for (Function<Workspace, Decision> step : history) {
      again = assertInstanceOf(Decision.Accepted.class, step.apply(again)).next();
    }
    assertEquals(again, workspace);
    return reason;
  }

  /** Admits a member of that name. */
  public static Act.AddMember add(String name) {
    return new Act.AddMember(key(name), key(name + " seal"));
  }

  Act.StartEpoch startEpoch() {
    return new Act.StartEpoch(keys(holders()));
  }

  Act.StartTerm startTerm(String owner) {
    return new Act.StartTerm(id(owner), workspace.head(), keys(holders()));
  }

  Act.RemoveMember remove(String name) {
    return new Act.RemoveMember(
        id(name), keys(holders().stream().filter(holder -> !holder.equals(id(name))).toList()));
  }

  private List<MemberId> holders() {
    return workspace.roster().members().stream().filter(Member::active).map(Member::id).toList();
  }

  static EpochKeys keys(List<MemberId> holders) {
    return new EpochKeys(wraps(holders), Bytes.EMPTY, Bytes.EMPTY);
  }

  private static List<KeyWrap> wraps(List<MemberId> holders) {
    KeyWrap.Wrapped wrapped = new KeyWrap.Wrapped(Bytes.EMPTY, Bytes.EMPTY);
    return holders.stream().map(holder -> new KeyWrap(holder, wrapped)).toList();
  }

  /** Only that reader, with the body's key wrapped to those. */
  public static Audience only(String reader, String... wrappedTo) {
    return new Audience.Only(id(reader), wraps(Stream.of(wrappedTo).map(World::id).toList()));
  }
}
