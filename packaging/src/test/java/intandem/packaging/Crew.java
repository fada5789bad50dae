package intandem.packaging;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** The sessions of one workspace, and a hand that kills them. */
final class Crew implements AutoCloseable {
  private static final int MOST_CALLS = 8;
  private static final int MOST_MILLIS_DEAD = 1_500;
  private static final int PATIENCE_SECONDS = 120;

  private final Random random;
  private final Semaphore answered = new Semaphore(0);
  private final List<Worker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Path diary;

  Crew(Path folder, int size, Random random) throws IOException, InterruptedException {
    this.random = random;
    this.diary = folder.resolve("diary.txt");
    var bundle = Bundle.unpack(folder);
    var project = Files.createDirectory(folder.resolve("project"));
    for (int i = 0; i < size; i++) {
      workers.add(new Worker(bundle, project, "w" + i, answered));
    }
    meet();
    for (var worker : workers) {
      threads.add(Thread.ofPlatform().name(worker.name()).daemon().start(worker::work));
    }
  }

  private void meet() throws IOException {
    var created = workers.getFirst().client().call("intandem_create", "{\"name\":\"crew\"}");
    var code = created.all("(?<=\\\\n)[A-Z2-9]{6}(?=\\\\n)").getFirst();
    for (var guest : workers.subList(1, workers.size())) {
      guest.client().call("intandem_join", "{\"code\":\"%s\"}".formatted(code));
    }
  }

  /** Everyone makes some calls; in the middle of it one or two die, and come back after a while. */
  void round() throws IOException, InterruptedException {
    int calls = 1 + random.nextInt(MOST_CALLS);
    int before = random.nextInt(calls * workers.size());
    workers.forEach(worker -> worker.allow(calls));
    await(before);
    pause(random.nextInt(30));
    var victims = victims();
    var names = victims.stream().map(Worker::name).toList();
    note("%d of %d calls, then kill %s".formatted(before, calls * workers.size(), names));
    victims.forEach(Worker::kill);
    pause(random.nextInt(MOST_MILLIS_DEAD));
    for (var victim : victims) {
      victim.restart();
    }
    note("back");
    await(calls * workers.size() - before);
    note("over");
  }

  /** The owner as often as all others together, and now and then another one with it. */
  private List<Worker> victims() {
    List<Worker> order = new ArrayList<>(workers.subList(1, workers.size()));
    Collections.shuffle(order, random);
    order.add(random.nextBoolean() ? 0 : order.size(), workers.getFirst());
    return order.subList(0, random.nextInt(5) == 0 ? 2 : 1);
  }

  private void await(int calls) throws InterruptedException {
    if (!answered.tryAcquire(calls, PATIENCE_SECONDS, SECONDS)) {
      throw new AssertionError("a call was not answered within %d s".formatted(PATIENCE_SECONDS));
    }
  }

  /** Returns when all copies are the same and nothing waits to be sent any more. */
  void settle() throws IOException, InterruptedException {
    long end = System.nanoTime() + SECONDS.toNanos(PATIENCE_SECONDS);
    while (!settled()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the copies are not the same: " + fingerprints());
      }
      pause(200);
    }
  }

  private boolean settled() throws IOException {
    for (var worker : workers) {
      if (worker.client().call("intandem_inbox", "{\"receipts\":true}").says(" queued until ")) {
        return false;
      }
    }
    return fingerprints().stream().distinct().count() == 1;
  }

  private List<String> fingerprints() throws IOException {
    List<String> found = new ArrayList<>();
    for (var worker : workers) {
      found.add(Copy.fingerprint(worker.client().call("intandem_peers", "{}")));
    }
    return found;
  }

  private static void pause(int millis) throws InterruptedException {
    var _ = new CountDownLatch(1).await(millis, MILLISECONDS);
  }

  private void note(String line) throws IOException {
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
