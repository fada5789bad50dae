package intandem.home;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.util.Comparator.comparing;

import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.StorageException;
import intandem.domain.port.Whereabouts;
import intandem.home.Hosting.Guest;
import intandem.home.Hosting.Hub;
import intandem.home.Hosting.Left;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What the sessions of this user wrote down: {@code sessions/<session>.json}. A file that is not
 * exactly such a record, or that others may use, counts as absent.
 */
public final class Sessions implements Whereabouts {
  private static final System.Logger LOG = System.getLogger(Sessions.class.getName());
  private static final int LIMIT = 16 * 1024;
  private static final String ENDING = ".json";

  private final Path directory;
  private final PrivateFiles files;
  private final Self self;
  private final Processes processes;

  Sessions(Path directory, PrivateFiles files, Self self, Processes processes) {
    this.directory = directory;
    this.files = files;
    this.self = self;
    this.processes = processes;
  }

  /** Writes down what this process is now, in place of what it wrote before. */
  public void write(Membership membership, Hosting hosting, Instant now) {
    SessionRecord session = new SessionRecord(self, membership, now, hosting);
    files.replace(file(self.session()), Json.write(SessionFile.of(session)));
  }

  /** The process that writes here. */
  public Self self() {
    return self;
  }

  /** Which member this session was when it last wrote, in this process or an earlier one. */
  public Optional<Membership> mine() {
    return read(file(self.session())).map(SessionRecord::membership);
  }

  /** Which member this session was and has not ceased to be by leaving. */
  public Optional<Membership> seated() {
    return read(file(self.session()))
        .filter(record -> !(record.hosting() instanceof Left))
        .map(SessionRecord::membership);
  }

  /** Notes that this session left, if this process wrote its record. */
  public void leave(Instant now) {
    read(file(self.session()))
        .filter(record -> record.self().isProcess(self))
        .ifPresent(record -> write(record.membership(), new Left(), now));
  }

  /** The file of this session's own record, if there is one that cannot be read as such. */
  public Optional<Path> unreadable() {
    Path own = file(self.session());
    return Files.exists(own, NOFOLLOW_LINKS) && read(own).isEmpty()
        ? Optional.of(own)
        : Optional.empty();
  }

  /**
   * Which members were used in this process's directory, the latest first, each once; those too
   * that have left since.
   */
  public List<Membership> usedHere() {
    return all()
        .filter(session -> session.self().directory().equals(self.directory()))
        .map(SessionRecord::membership)
        .distinct()
        .toList();
  }

  /** The sessions whose processes are gone, the latest first. */
  public List<SessionRecord> ended() {
    return all().filter(session -> !alive(session)).toList();
  }

  /** Whether another process of this session wrote its record and still lives. */
  public boolean taken() {
    return other().isPresent();
  }

  /** The other process of this session that wrote its record, if it still lives. */
  public Optional<Self> other() {
    return read(file(self.session()))
        .filter(record -> !record.self().isProcess(self) && alive(record))
        .map(SessionRecord::self);
  }

  /** Deletes a session's record if that process wrote it; any other, and a missing one, is fine. */
  public void forget(Self session) {
    Path file = file(session.session());
    if (read(file).filter(record -> record.self().isProcess(session)).isPresent()) {
      files.wipe(file);
    }
  }

  @Override
  public List<Endpoint> inviting(InviteCode code) {
    return hubs((_, hub) -> hub.fits(code));
  }

  @Override
  public List<Endpoint> of(WorkspaceId workspace) {
    return hubs((session, _) -> session.membership().workspace().equals(workspace));
  }

  @Override
  public boolean here(WorkspaceId workspace, MemberId member) {
    return !seen(workspace, member).isEmpty();
  }

  @Override
  public boolean gone(WorkspaceId workspace, MemberId member) {
    List<SessionRecord> seen = seen(workspace, member);
    return !seen.isEmpty() && seen.stream().noneMatch(this::holds);
  }

  /** Whether a process has its seat still: it lives, and has not left. */
  private boolean holds(SessionRecord session) {
    return alive(session) && !(session.hosting() instanceof Left);
  }

  private List<SessionRecord> seen(WorkspaceId workspace, MemberId member) {
    Membership wanted = new Membership(workspace, member);
    return all().filter(session -> session.membership().equals(wanted)).toList();
  }

  private List<Endpoint> hubs(BiPredicate<SessionRecord, Hub> wanted) {
    return all()
        .filter(this::alive)
        .<Endpoint>mapMulti(
            (session, found) -> {
              switch (session.hosting()) {
                case Hub hub when wanted.test(session, hub) ->
                    found.accept(new Endpoint("127.0.0.1", hub.port()));
                case Hub _, Guest(), Left() -> {}
              }
            })
        .toList();
  }

  private boolean alive(SessionRecord session) {
    return processes.alive(session.self().pid(), session.self().started());
  }

  private Stream<SessionRecord> all() {
    return PrivateFiles.list(directory).stream()
        .map(this::read)
        .flatMap(Optional::stream)
        .sorted(comparing(SessionRecord::used).reversed());
  }

  private Optional<SessionRecord> read(Path file) {
    String name = file.getFileName().toString();
    String session =
        name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
    if (!Self.isSession(session)) {
      return Optional.empty();
    }
    try {
      return files
          .read(file, LIMIT)
          .flatMap(json -> Json.read(json, SessionFile.class))
          .map(content -> content.session(session));
    } catch (StorageException | IllegalArgumentException e) {
      LOG.log(Level.DEBUG, "a session record was passed over", e);
      return Optional.empty();
    }
  }

  private Path file(String session) {
    return directory.resolve(session + ENDING);
  }
}
