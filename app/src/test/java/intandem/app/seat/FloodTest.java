package intandem.app.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.codec.JsonCodec;
import intandem.domain.hub.HubInput;
import intandem.domain.port.Entrance;
import intandem.domain.port.Link;
import intandem.domain.session.boundary.SessionInput;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Links that bring more than a loop deals with, which is in the middle of a long step. */
@Timeout(60)
class FloodTest {
  private static final int FRAMES = 3_000;
  private static final String LARGE = "x".repeat(65_536);
  private static final int BOUND = Inflow.BOUND / LARGE.length();

  private final Loop loop = new Loop(InstantSource.system());
  private final Wires wires = new Wires(new JsonCodec(), loop);
  private final Slow machine = new Slow();

  FloodTest() throws InterruptedException {
    loop.start(machine);
    machine.busy.await();
  }

  @AfterEach
  void stop() throws InterruptedException {
    machine.goOn.countDown();
    loop.stop();
  }

  /** Its first step takes until it is told to go on; the first with frames may be told to fail. */
  private static final class Slow implements Loop.Machine {
    final CountDownLatch busy = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    final BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
    volatile boolean fails;

    @Override
    public void step(List<HubInput> hub, List<SessionInput> session, Instant now) {
      busy.countDown();
      await(goOn);
      hub.stream()
          .filter(HubInput.Received.class::isInstance)
          .forEach(input -> heard.add(((HubInput.Received) input).link()));
      if (fails && !hub.isEmpty()) {
        fails = false;
        throw new IllegalStateException("no good");
      }
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Optional<Instant> due() {
      return Optional.of(busy.getCount() == 0 ? Instant.MAX : Instant.EPOCH);
    }

    @Override
    public void failed(Throwable why, Instant now) {}
  }

  /** The far end of a link, which sends its next frame as soon as the last was taken. */
  private final class Flood implements Link {
    final AtomicInteger sent = new AtomicInteger();
    private final Link.Events events = wires.arrivals(Entrance.LOCAL).arrived("10.0.0.1");
    private final AtomicInteger credit = new AtomicInteger();
    private final int most;

    Flood(int most) {
      this.most = most;
      events.opened(this);
    }

    Flood begin() {
      taken();
      return this;
    }

    /** One at a time, and never from within the call that brought the last. */
    private void taken() {
      if (credit.getAndIncrement() == 0) {
        do {
          if (sent.get() < most) {
            sent.incrementAndGet();
            events.received(LARGE, this::taken);
          }
        } while (credit.decrementAndGet() > 0);
      }
    }

    @Override
    public void send(String text) {}

    @Override
    public void close() {}
  }

  private void assertAllHeard(int frames) throws InterruptedException {
    for (int i = 0; i < frames; i++) {
      assertTrue(machine.heard.poll(20, TimeUnit.SECONDS) != null, "lost after " + i);
    }
  }

  @Test
  void a_flood_is_held_up_while_the_loop_is_busy_and_nothing_of_it_is_lost() throws Exception {
    Flood flood = new Flood(FRAMES).begin();
    assertEquals(BOUND, flood.sent.get());
    machine.goOn.countDown();
    assertAllHeard(FRAMES);
    assertEquals(FRAMES, flood.sent.get());
  }

  @Test
  void while_one_link_floods_of_each_other_one_frame_is_still_heard() throws Exception {
    new Flood(FRAMES).begin();
    List<Flood> others = IntStream.range(0, 50).mapToObj(i -> new Flood(2).begin()).toList();
    assertEquals(50, others.stream().mapToInt(other -> other.sent.get()).sum());
    machine.goOn.countDown();
    assertAllHeard(FRAMES + 100);
  }

  @Test
  void links_go_on_after_a_step_that_failed() throws Exception {
    machine.fails = true;
    new Flood(FRAMES).begin();
    machine.goOn.countDown();
    assertAllHeard(FRAMES);
  }
}
