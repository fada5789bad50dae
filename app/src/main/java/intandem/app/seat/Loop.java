package intandem.app.seat;

import intandem.domain.hub.HubInput;
import intandem.domain.session.boundary.SessionInput;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that steps a session, and a hub where there is one: it takes all that has happened
 * in one go, so that what arrived together is committed together, and keeps their timers.
 */
final class Loop implements Wires.Mailbox {
  private static final System.Logger LOG = System.getLogger(Loop.class.getName());
  private static final Duration IDLE = Duration.ofMinutes(1);

  /**
   * Claude Code sends SIGINT, after 100 ms SIGTERM, and after 500 ms SIGKILL: the end is to fit.
   */
  private static final Duration LAST_STEP = Duration.ofMillis(200);

  private final InstantSource clock;
  private final BlockingQueue<Event> mailbox = new LinkedBlockingQueue<>();
  private Thread thread = Thread.currentThread();
  private volatile boolean closed;

  private sealed interface Event {
    record ToHub(HubInput input, Runnable done) implements Event {}

    record ToSession(SessionInput input, Runnable done) implements Event {}

    record End() implements Event {}
  }

  /** What a loop steps. */
  interface Machine {
    void step(List<HubInput> hub, List<SessionInput> session, Instant now);

    Optional<Instant> due();

    /** A step threw that at the given time: what it was given is lost. */
    void failed(Throwable why, Instant now);
  }

  Loop(InstantSource clock) {
    this.clock = clock;
  }

  /** Steps the machine from now on, beginning with what was posted before. */
  void start(Machine machine) {
    this.thread = Thread.ofPlatform().daemon().name("intandem").start(() -> run(machine));
  }

  @Override
  public void post(HubInput input, Runnable done) {
    mailbox.add(new Event.ToHub(input, done));
  }

  @Override
  public void post(SessionInput input, Runnable done) {
    mailbox.add(new Event.ToSession(input, done));
  }

  private void run(Machine machine) {
    while (!closed) {
      try {
        step(machine, await(machine));
      } catch (InterruptedException e) {
        closed = true;
      } catch (Throwable e) {
        failed(machine, e);
      }
    }
  }

  /** Not even an Error may end the thread: the process would live on, and answer nobody. */
  private void failed(Machine machine, Throwable why) {
    try {
      LOG.log(System.Logger.Level.ERROR, "a step failed", why);
      machine.failed(why, clock.instant());
    } catch (Throwable again) {
      LOG.log(System.Logger.Level.ERROR, "a failed step was not got over", again);
    }
  }

  private List<Event> await(Machine machine) throws InterruptedException {
    Instant due = machine.due().orElse(Instant.MAX);
    Instant now = clock.instant();
    long millis =
        due.isAfter(now.plus(IDLE)) ? IDLE.toMillis() : Duration.between(now, due).toMillis() + 1;
    List<Event> events = new ArrayList<>();
    Optional.ofNullable(mailbox.poll(Math.max(0, millis), TimeUnit.MILLISECONDS))
        .ifPresent(events::add);
    mailbox.drainTo(events);
    return events;
  }

  private void step(Machine machine, List<Event> events) {
    List<HubInput> hub = new ArrayList<>();
    List<SessionInput> session = new ArrayList<>();
    List<Runnable> dones = new ArrayList<>();
    for (Event event : events) {
      switch (event) {
        case Event.ToHub(HubInput input, Runnable done) -> {
          hub.add(input);
          dones.add(done);
        }
        case Event.ToSession(SessionInput input, Runnable done) -> {
          session.add(input);
          dones.add(done);
        }
        case Event.End() -> closed = true;
      }
    }
    try {
      machine.step(hub, session, clock.instant());
    } finally {
      dones.forEach(Runnable::run);
    }
  }

  /** Ends the thread after what was posted before, and waits a moment for that. */
  void stop() throws InterruptedException {
    mailbox.add(new Event.End());
    if (thread != Thread.currentThread()) {
      thread.join(LAST_STEP);
    }
  }
}
