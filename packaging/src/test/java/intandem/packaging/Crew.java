package intandem.packaging;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** The sessions of one workspace, each in a process of the bundle. */
final class Crew implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;
  private static final int GO_ON_SECONDS = 60;

  private final Semaphore answered = new Semaphore(0);
  private final List<Worker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Path diary;
  private int proofs;

  /** Where the sessions keep their files. */
  enum Homes {
    /** In one place: each sees whether another's process lives. */
    SHARED,
    /** Each in its own, as different users would: they know of each other by what they dial. */
    SEPARATE
  }

  Crew(Path folder, int size, Homes homes) throws IOException, InterruptedException {
    this.diary = folder.resolve("diary.txt");
    var bundle = Bundle.unpack(folder);
    for (int i = 0; i < size; i++) {
      var project = folder.resolve(homes == Homes.SHARED ? "project" : "project" + i);
      workers.add(new Worker(bundle, Files.createDirectories(project), "w" + i, answered));
    }
    var code = workers.getFirst().found(homes == Homes.SEPARATE);
    for (var guest : workers.subList(1, size)) {
      guest.join(code);
    }
    for (var worker : workers) {
      threads.add(Thread.ofPlatform().name(worker.name()).daemon().start(worker::work));
    }
  }

  List<Worker> workers() {
    return List.copyOf(workers);
  }

  /** All but those. */
  List<Worker> without(List<Worker> some) {
    return workers.stream().filter(worker -> !some.contains(worker)).toList();
  }

  /** Waits until all sessions are connected, and answers the one that leads. */
  Worker owner() throws IOException, InterruptedException {
    long end = end(PATIENCE_SECONDS);
    while (true) {
      Optional<Worker> owner = leader();
      if (owner.isPresent()) {
        return owner.get();
      }
      pause(100, end, "the sessions are not in one workspace");
    }
  }

  private Optional<Worker> leader() throws IOException {
    List<Worker> leaders = new ArrayList<>();
    for (var worker : workers) {
      var peers = worker.client().call("intandem_peers", "{}");
      if (peers.says("This session is the hub.")) {
        leaders.add(worker);
      } else if (!peers.says("Connected to the hub.")) {
        return Optional.empty();
      }
    }
    return leaders.size() == 1 ? Optional.of(leaders.getFirst()) : Optional.empty();
  }

  /** Has one session say something that another one reads, and answers how long that took. */
  Duration pass(Worker speaker, Worker reader) throws IOException, InterruptedException {
    var begun = Instant.now();
    long end = end(GO_ON_SECONDS);
    var page = "{\"since\":%d}".formatted(Copy.end(reader.client()));
    var text = "%s.p%d".formatted(speaker.name(), proofs++);
    speaker.say(text);
    while (!reader.client().call("intandem_inbox", page).says("│ " + text + "\\n")) {
      pause(100, end, "%s does not get %s".formatted(reader.name(), text));
    }
    return Duration.between(begun, Instant.now());
  }

  /** Waits for that many calls of the workers. */
  void await(int calls) throws InterruptedException {
    if (!answered.tryAcquire(calls, PATIENCE_SECONDS, SECONDS)) {
      throw new AssertionError("a call was not answered within %d s".formatted(PATIENCE_SECONDS));
    }
  }

  /** Returns when all copies are the same and nothing waits to be sent any more. */
  void settle() throws IOException, InterruptedException {
    long end = end(PATIENCE_SECONDS);
    while (!settled()) {
      pause(200, end, "the copies are not the same");
    }
  }

  private boolean settled() throws IOException {
    List<String> fingerprints = new ArrayList<>();
    for (var worker : workers) {
      var receipts = worker.client().call("intandem_inbox", "{\"receipts\":true}");
      if (receipts.says(" queued until ")) {
        return false;
      }
      fingerprints.add(Copy.fingerprint(worker.client().call("intandem_peers", "{}")));
    }
    return fingerprints.stream().distinct().count() == 1;
  }

  private static long end(int seconds) {
    return System.nanoTime() + SECONDS.toNanos(seconds);
  }

  private static void pause(int millis, long end, String problem) throws InterruptedException {
    if (System.nanoTime() > end) {
      throw new AssertionError(problem);
    }
    pause(millis);
  }

  static void pause(int millis) throws InterruptedException {
    var _ = new CountDownLatch(1).await(millis, MILLISECONDS);
  }

  void note(String line) throws IOException {
    Files.writeString(
        diary, "%tT %s\n".formatted(Instant.now().atZone(ZoneOffset.UTC), line), CREATE, APPEND);
  }

  /** What every copy says. */
  List<Copy> copies() throws IOException {
    List<Copy> copies = new ArrayList<>();
    for (var worker : workers) {
      copies.add(Copy.of(worker.client()));
    }
    return copies;
  }

  /** What the authors were told of all that was said. */
  Map<String, Sent> said() {
    Map<String, Sent> all = new HashMap<>();
    workers.forEach(worker -> all.putAll(worker.said()));
    return all;
  }

  /** Titles of tasks whose holders were told that they are done. */
  List<String> finished() {
    return workers.stream().flatMap(worker -> worker.finished().stream()).toList();
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    workers.reversed().forEach(worker -> worker.client().close());
  }
}
