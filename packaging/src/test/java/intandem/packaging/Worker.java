package intandem.packaging;

import intandem.packaging.Client.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A session that always has something to say: one process after the other, each killed in the
 * middle of it. What each call was answered is kept, to be compared with the log.
 */
final class Worker {
  private static final int CALLS_A_TASK = 5;

  /** All those of five sessions together are as many as a board shows. */
  private static final int MOST_TASKS = 40;

  private final Bundle bundle;
  private final Path project;
  private final String name;
  private final Semaphore allowed = new Semaphore(0);
  private final Semaphore answered;
  private final Map<String, Sent> said = new LinkedHashMap<>();
  private final List<String> finished = new ArrayList<>();
  private Client client;
  private long calls;

  /** Starts the first process; each call that is over releases {@code answered}. */
  Worker(Bundle bundle, Path project, String name, Semaphore answered) throws IOException {
    this.bundle = bundle;
    this.project = project;
    this.name = name;
    this.answered = answered;
    this.client = start();
  }

  private Client start() throws IOException {
    var errors = project.resolve(name + ".err").toFile();
    return new Client(bundle, project, name, ProcessBuilder.Redirect.appendTo(errors));
  }

  String name() {
    return name;
  }

  synchronized Client client() {
    return client;
  }

  /** Founds a workspace, and answers with what others join by. */
  String found(boolean elsewhere) throws IOException {
    var created = client().call("intandem_create", "{\"name\":\"crew\"}");
    var code = created.all("(?<=\\\\n)[A-Z2-9]{6}(?=\\\\n)").getFirst();
    return elsewhere ? "%s@127.0.0.1:%s".formatted(code, port()) : code;
  }

  void join(String code) throws IOException {
    var joined = client().call("intandem_join", "{\"code\":\"%s\"}".formatted(code));
    if (joined.isError()) {
      throw new IOException(joined.text());
    }
  }

  private String port() throws IOException {
    var record = Files.readString(project.resolve("home/sessions").resolve(name + ".json"));
    var port = Pattern.compile("(?<=\"port\":)\\d+").matcher(record);
    return port.results().map(MatchResult::group).findFirst().orElseThrow();
  }

  void allow(int more) {
    allowed.release(more);
  }

  /** Kills the process without a warning; whoever waits for its answer is cut off. */
  void kill() {
    client().kill();
  }

  /** Starts the same session again. */
  void restart() throws IOException {
    var again = start();
    synchronized (this) {
      client = again;
      notifyAll();
    }
  }

  private synchronized void awaitAnother(Client dead) throws InterruptedException {
    while (client == dead) {
      wait();
    }
  }

  /** Makes the calls it is allowed to, until it is interrupted. */
  void work() {
    try {
      while (true) {
        allowed.acquire();
        call(name + "." + ++calls);
        answered.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void call(String text) throws InterruptedException {
    var used = client();
    record(text, Sent.UNKNOWN);
    try {
      if (calls % CALLS_A_TASK == 0 && calls <= MOST_TASKS * CALLS_A_TASK) {
        work(used, text);
      } else {
        say(used, text);
      }
    } catch (IOException e) {
      awaitAnother(used);
    }
  }

  /** Says something to all, in between; what it is told of it is kept as well. */
  void say(String text) throws IOException {
    record(text, Sent.UNKNOWN);
    say(client(), text);
  }

  private void say(Client used, String text) throws IOException {
    var arguments = "{\"type\":\"chat\",\"message\":\"%s\"}".formatted(text);
    record(text, Sent.of(used.call("intandem_send", arguments)));
  }

  /** Adds a task, claims it and finishes it. */
  private void work(Client used, String title) throws IOException {
    var added = used.call("intandem_add_task", "{\"title\":\"%s\"}".formatted(title));
    record(title, Sent.of(added));
    if (Sent.of(added) == Sent.STORED) {
      var task = "{\"task_id\":\"%s\"".formatted(added.tasks().getFirst());
      Result claimed = used.call("intandem_claim_task", task + "}");
      if (Sent.of(claimed) == Sent.STORED) {
        var done = used.call("intandem_update_task", task + ",\"status\":\"done\"}");
        if (Sent.of(done) == Sent.STORED) {
          finish(title);
        }
      }
    }
  }

  private synchronized void record(String text, Sent sent) {
    said.put(text, sent);
  }

  private synchronized void finish(String title) {
    finished.add(title);
  }

  /** What it was told of all it said. */
  synchronized Map<String, Sent> said() {
    return Map.copyOf(said);
  }

  /** Titles of tasks that it was told are done. */
  synchronized List<String> finished() {
    return List.copyOf(finished);
  }
}
