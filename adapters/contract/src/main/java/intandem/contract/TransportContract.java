package intandem.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Acceptor;
import intandem.domain.port.Dialer;
import intandem.domain.port.Link;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Acceptor} and {@link Dialer} must do together. */
public abstract class TransportContract {
  private static final int LIMIT_BYTES = 65_536;
  private static final int ROUNDS = 1_000;
  private static final int AT_ONCE = 5;
  private static final int FLOOD = 1_000;

  private final BlockingQueue<RecordedLink> arrivals = new LinkedBlockingQueue<>();

  /** The one under test, the same one for a whole test. */
  protected abstract Acceptor acceptor();

  /** A dialer that reaches the acceptor at 127.0.0.1. */
  protected abstract Dialer dialer();

  /** Lets a network that does not run by itself bring everything that is under way. */
  protected void step() {}

  /** Both ends of a link that is up. */
  protected record Ends(
      Acceptor.Listening ear, RecordedLink near, Link nearLink, RecordedLink far, Link farLink) {}

  /** Listens, dials and waits until both ends are up. */
  protected final Ends connect() {
    Acceptor.Listening ear = listen(0);
    RecordedLink near = dial(ear.port());
    Link nearLink = near.awaitOpened();
    RecordedLink far = awaitArrival();
    return new Ends(ear, near, nearLink, far, far.awaitOpened());
  }

  /** Listens and records whoever arrives. */
  protected final Acceptor.Listening listen(int port) {
    return acceptor().listen(port, this::arrive);
  }

  /** Dials that port of this machine. */
  protected final RecordedLink dial(int port) {
    var events = new RecordedLink(this::step);
    dialer().dial(new Endpoint("127.0.0.1", port), events);
    return events;
  }

  /** Waits for someone to connect. */
  protected final RecordedLink awaitArrival() {
    step();
    try {
      RecordedLink arrival = arrivals.poll(20, TimeUnit.SECONDS);
      return arrival == null ? fail("nobody arrived") : arrival;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** The same, with who is slow at the far end. */
  private Ends connect(SlowTaker slow) {
    Acceptor.Listening ear = acceptor().listen(0, address -> slow);
    RecordedLink near = dial(ear.port());
    Link nearLink = near.awaitOpened();
    return new Ends(ear, near, nearLink, slow.heard(), slow.heard().awaitOpened());
  }

  private Link.Events arrive(String address) {
    assertEquals("127.0.0.1", address);
    var events = new RecordedLink(this::step);
    arrivals.add(events);
    return events;
  }

  @Test
  void frames_arrive_whole_and_in_order() {
    Ends ends = connect();
    List<String> texts = List.of("one", "", "three\nlines\n", "vier \u00e4\u20ac\ud83d\ude00");
    texts.forEach(ends.nearLink()::send);
    assertEquals(texts, texts.stream().map(sent -> ends.far().awaitReceived()).toList());
  }

  @Test
  void thousands_of_frames_cross_both_ways_in_order() {
    Ends ends = connect();
    for (int round = 0; round < ROUNDS; round++) {
      List<String> texts = numbered(round * AT_ONCE, AT_ONCE);
      texts.forEach(ends.nearLink()::send);
      texts.forEach(ends.farLink()::send);
      assertEquals(texts, texts.stream().map(sent -> ends.far().awaitReceived()).toList());
      assertEquals(texts, texts.stream().map(sent -> ends.near().awaitReceived()).toList());
    }
    ends.near().assertNeverOverlapped();
    ends.far().assertNeverOverlapped();
  }

  @Test
  void a_frame_of_exactly_the_limit_arrives() {
    Ends ends = connect();
    String text = "\u00e4".repeat(LIMIT_BYTES / 2);
    ends.nearLink().send(text);
    assertEquals(text, ends.far().awaitReceived());
  }

  @Test
  void a_frame_above_the_limit_in_utf_8_ends_the_link_at_both_sides() {
    Ends ends = connect();
    ends.nearLink().send("first");
    assertEquals("first", ends.far().awaitReceived());
    ends.nearLink().send("\u00e4".repeat(LIMIT_BYTES / 2) + "x");
    assertEquals(Link.Ending.TOO_LARGE, ends.near().awaitClosed());
    assertEquals(Link.Ending.TOO_LARGE, ends.far().awaitClosed());
  }

  @Test
  void closing_tells_both_ends_after_what_was_queued() {
    Ends ends = connect();
    ends.farLink().send("last words");
    ends.farLink().close();
    assertEquals("last words", ends.near().awaitReceived());
    assertEquals(Link.Ending.CLOSED, ends.near().awaitClosed());
    assertEquals(Link.Ending.CLOSED, ends.far().awaitClosed());
  }

  @Test
  void both_ends_may_close_at_once() {
    Ends ends = connect();
    ends.farLink().close();
    ends.nearLink().close();
    assertEquals(Link.Ending.CLOSED, ends.near().awaitClosed());
    assertEquals(Link.Ending.CLOSED, ends.far().awaitClosed());
  }

  @Test
  void a_closed_link_ignores_what_is_sent_and_closed_again() {
    Ends ends = connect();
    ends.nearLink().close();
    ends.near().awaitClosed();
    ends.far().awaitClosed();
    ends.nearLink().send("too late");
    ends.farLink().send("too late");
    ends.nearLink().close();
    ends.farLink().close();
    assertEquals("still works", echoOverNewLink(ends.ear().port(), "still works"));
    assertEquals(List.of(), ends.near().untaken());
    assertEquals(List.of(), ends.far().untaken());
  }

  @Test
  void of_a_thousand_frames_one_at_a_time_is_handed_over_to_who_does_not_take_them() {
    SlowTaker slow = new SlowTaker(this::step);
    Link sender = connect(slow).nearLink();
    List<String> texts = numbered(0, FLOOD);
    texts.forEach(sender::send);
    for (String text : texts) {
      assertEquals(text, slow.heard().awaitReceived());
      assertEquals(0, slow.heard().untaken().size(), "more came before it was taken");
      slow.take();
    }
  }

  @Test
  void who_does_not_take_a_frame_still_sends_and_closes() {
    SlowTaker slow = new SlowTaker(this::step);
    Ends ends = connect(slow);
    ends.nearLink().send("untaken");
    ends.nearLink().send("never heard");
    assertEquals("untaken", slow.heard().awaitReceived());
    ends.farLink().send("one moment");
    assertEquals("one moment", ends.near().awaitReceived());
    ends.farLink().close();
    assertEquals(Link.Ending.CLOSED, ends.near().awaitClosed());
    assertEquals(Link.Ending.CLOSED, slow.heard().awaitClosed());
  }

  @Test
  void what_was_queued_before_the_end_is_heard_before_it_also_by_who_is_slow() {
    SlowTaker slow = new SlowTaker(this::step);
    Link sender = connect(slow).nearLink();
    sender.send("one");
    sender.send("two");
    sender.close();
    assertEquals("one", slow.heard().awaitReceived());
    slow.take();
    assertEquals("two", slow.heard().awaitReceived());
    slow.take();
    assertEquals(Link.Ending.CLOSED, slow.heard().awaitClosed());
  }

  @Test
  void a_frame_that_is_taken_after_the_end_changes_nothing() {
    SlowTaker slow = new SlowTaker(this::step);
    Ends ends = connect(slow);
    ends.nearLink().send("one");
    assertEquals("one", slow.heard().awaitReceived());
    ends.farLink().close();
    assertEquals(Link.Ending.CLOSED, slow.heard().awaitClosed());
    slow.take();
    assertEquals("still works", echoOverNewLink(listen(0).port(), "still works"));
    assertEquals(List.of(), slow.heard().untaken());
  }

  @Test
  void a_link_can_be_used_and_closed_from_within_its_events() {
    Acceptor.Listening ear =
        acceptor().listen(0, address -> new Answering(new RecordedLink(this::step)));
    RecordedLink near = dial(ear.port());
    near.awaitOpened();
    assertEquals("hello", near.awaitReceived());
    assertEquals(Link.Ending.CLOSED, near.awaitClosed());
  }

  @Test
  void where_nobody_listens_the_link_is_refused() {
    Acceptor.Listening ear = listen(0);
    int port = ear.port();
    ear.close();
    assertEquals(Link.Ending.REFUSED, dial(port).awaitClosed());
  }

  @Test
  void closing_an_ear_closes_its_links() {
    Ends ends = connect();
    ends.ear().close();
    assertEquals(Link.Ending.CLOSED, ends.near().awaitClosed());
    assertEquals(Link.Ending.CLOSED, ends.far().awaitClosed());
  }

  @Test
  void a_port_wished_for_is_used_when_it_is_free() {
    Acceptor.Listening first = listen(0);
    int port = first.port();
    first.close();
    assertEquals(port, listen(port).port());
  }

  @Test
  void a_port_that_is_taken_is_replaced() {
    Acceptor.Listening first = listen(0);
    Acceptor.Listening second = listen(first.port());
    assertNotEquals(first.port(), second.port());
    assertEquals("hello", echoOverNewLink(second.port(), "hello"));
  }

  private String echoOverNewLink(int port, String text) {
    RecordedLink near = dial(port);
    Link link = near.awaitOpened();
    RecordedLink far = awaitArrival();
    far.awaitOpened();
    link.send(text);
    return far.awaitReceived();
  }

  private static List<String> numbered(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> "frame " + i).toList();
  }

  /** Sends and closes while it is being told that the link is up. */
  private record Answering(RecordedLink then) implements Link.Events {
    @Override
    public void opened(Link link) {
      link.send("hello");
      link.close();
      then.opened(link);
    }

    @Override
    public void received(String text, Runnable taken) {
      then.received(text, taken);
    }

    @Override
    public void closed(Link.Ending ending) {
      then.closed(ending);
    }
  }
}
