package intandem.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import intandem.domain.port.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down what happens on a link, for a test to take one by one. */
public final class RecordedLink implements Link.Events {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Something that happened. */
  public sealed interface Event {}

  /** The link came up. */
  public record Opened(Link link) implements Event {}

  /** A frame arrived. */
  public record Received(String text) implements Event {}

  /** The link went down. */
  public record Closed(Link.Ending ending) implements Event {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger overlaps = new AtomicInteger();
  private final Runnable step;

  /** With a step that lets a network that does not run by itself move on. */
  public RecordedLink(Runnable step) {
    this.step = step;
  }

  @Override
  public void opened(Link link) {
    record(new Opened(link));
  }

  @Override
  public void received(String text, Runnable taken) {
    record(new Received(text));
    taken.run();
  }

  @Override
  public void closed(Link.Ending ending) {
    record(new Closed(ending));
  }

  /** Waits for the link to come up, which must be what happens next. */
  public Link awaitOpened() {
    return assertInstanceOf(Opened.class, next()).link();
  }

  /** Waits for a frame, which must be what happens next. */
  public String awaitReceived() {
    return assertInstanceOf(Received.class, next()).text();
  }

  /** Waits for the end, which must be what happens next. */
  public Link.Ending awaitClosed() {
    return assertInstanceOf(Closed.class, next()).ending();
  }

  /** Waits for the end, whatever comes before it. */
  public Link.Ending awaitClosedAtLast() {
    Event event = next();
    while (!(event instanceof Closed)) {
      event = next();
    }
    return ((Closed) event).ending();
  }

  /** What has happened so far and was not taken yet. */
  public List<Event> untaken() {
    step.run();
    return new ArrayList<>(events);
  }

  /** Fails if two calls ever ran at the same time. */
  public void assertNeverOverlapped() {
    assertEquals(0, overlaps.get(), "calls ran at the same time");
  }

  private Event next() {
    step.run();
    try {
      Event event = events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return event == null ? fail("nothing happened within " + PATIENCE) : event;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private void record(Event event) {
    if (inside.incrementAndGet() > 1) {
      overlaps.incrementAndGet();
    }
    events.add(event);
    inside.decrementAndGet();
  }
}
