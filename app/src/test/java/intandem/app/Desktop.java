package intandem.app;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.app.channel.Workspaces;
import intandem.app.host.ClaudeCode;
import intandem.app.host.Doorbell;
import intandem.app.platform.Platform;
import intandem.domain.admission.Limits;
import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.protocol.MessageType;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.home.Home;
import intandem.home.Processes;
import intandem.home.Self;
import intandem.project.Policy;
import intandem.project.ProjectFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** A user with a home of their own and as many sessions as they like, on the real adapters. */
public final class Desktop implements AutoCloseable {
  public static final Map<String, String> NO_TUNNEL = Map.of("INTANDEM_TUNNEL", "off");

  private final Home home;
  private final Path directory;
  private final Limits limits;
  private final Map<String, String> environment;
  private final List<Person> people = new ArrayList<>();

  public Desktop(Path directory, String username) {
    this(directory, username, Limits.DEFAULT);
  }

  Desktop(Path directory, String username, Limits limits) {
    this(directory, username, limits, NO_TUNNEL);
  }

  /** One whose environment names a tunnel, a proxy or certificates. */
  Desktop(Path directory, String username, Limits limits, Map<String, String> environment) {
    this.directory = directory;
    this.limits = limits;
    this.environment = environment;
    this.home = Home.open(directory.resolve("home"));
    home.username().rename(username);
  }

  public Person session(String id) {
    return session(id, List.of());
  }

  Person session(String id, List<String> capabilities) {
    return session(id, () -> capabilities);
  }

  /** A session that finds out anew each time what it can do. */
  Person session(String id, Supplier<List<String>> capabilities) {
    return session(id, capabilities, ProcessHandle.current());
  }

  /** A session whose records name another process than this one, which lives as well. */
  Person ofAnotherProcess(String id) {
    return session(id, List::of, ProcessHandle.current().parent().orElseThrow());
  }

  private Person session(String id, Supplier<List<String>> capabilities, ProcessHandle process) {
    Instant started = process.info().startInstant().orElseThrow();
    Self self = Self.of(Map.of("CLAUDE_CODE_SESSION_ID", id), directory, process.pid(), started);
    BlockingQueue<String> wakes = new LinkedBlockingQueue<>();
    Doorbell bell = new Doorbell(Map.of(), () -> true, event -> wakes.add(event.content()));
    Workspaces workspaces =
        new Workspaces(
            home,
            home.sessions(self, Processes.ofThisMachine()),
            new Platform(limits, environment),
            ProjectFiles.in(directory, Policy.STRICT, Limits.SNIPPET_BYTES),
            new ClaudeCode(bell, capabilities));
    Person person = new Person(workspaces, wakes);
    people.add(person);
    return person;
  }

  static Refusal refusal(Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer).refusal();
  }

  @Override
  public void close() {
    people.reversed().forEach(person -> person.workspaces.close());
  }

  /** One session, driven in the words of a test. */
  public static final class Person {
    public final Workspaces workspaces;
    final BlockingQueue<String> wakes;
    private final Map<String, Integer> calls = new HashMap<>();

    Person(Workspaces workspaces, BlockingQueue<String> wakes) {
      this.workspaces = workspaces;
      this.wakes = wakes;
    }

    public Answer.Created creates(String name) throws InterruptedException {
      return (Answer.Created) workspaces.ask(new Ask.Create(name, 5));
    }

    public Answer joins(InviteCode code) throws InterruptedException {
      return workspaces.ask(new Ask.Join(code, new Ask.Where.Known()));
    }

    Answer joins(InviteCode code, int port) throws InterruptedException {
      Endpoint endpoint = new Endpoint("127.0.0.1", port);
      return workspaces.ask(new Ask.Join(code, new Ask.Where.At(endpoint)));
    }

    /** Returns to the last workspace, where its hub was last seen. */
    Answer rejoins() throws InterruptedException {
      return workspaces.ask(new Ask.Rejoin(new Ask.Which.Last(), new Ask.Where.Known()));
    }

    Answer says(String text) throws InterruptedException {
      return sends(text, new Ask.To.Everyone());
    }

    Answer tells(String name, String text) throws InterruptedException {
      return sends(text, new Ask.To.Named(name));
    }

    private Answer sends(String text, Ask.To to) throws InterruptedException {
      return sends(MessageType.CHAT, text, to, 0);
    }

    Answer sends(MessageType type, String text, Ask.To to, long replyTo)
        throws InterruptedException {
      Bytes call = Bytes.utf8(text + calls.merge(text, 1, Integer::sum));
      return workspaces.ask(new Ask.Send(call, type, text, to, replyTo));
    }

    /** Reads until nothing new comes within a quarter of a second, as one who heeds every wake. */
    List<String> reads(int atLeast) throws InterruptedException {
      List<String> texts = new ArrayList<>();
      do {
        Answer answer = workspaces.ask(new Ask.Inbox(patience(texts.size() < atLeast), -1));
        if (!(answer instanceof Answer.Letters taken) || taken.letters().isEmpty()) {
          return texts;
        }
        taken.letters().forEach(l -> texts.add(l.from() + ": " + l.letter().message().text()));
        workspaces.shown(taken);
      } while (true);
    }

    private static Duration patience(boolean expecting) {
      return expecting ? Duration.ofSeconds(20) : Duration.ofMillis(250);
    }

    Answer asks(Ask ask) throws InterruptedException {
      return workspaces.ask(ask);
    }
  }
}
