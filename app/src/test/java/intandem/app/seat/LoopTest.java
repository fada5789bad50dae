package intandem.app.seat;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.domain.hub.HubInput;
import intandem.domain.session.boundary.SessionInput;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class LoopTest {
  private final Loop loop = new Loop(InstantSource.system());

  /** Cannot bear to hear that its process closes. */
  private static final class Fragile implements Loop.Machine {
    final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final boolean recovers;

    Fragile(boolean recovers) {
      this.recovers = recovers;
    }

    @Override
    public void step(List<HubInput> hub, List<SessionInput> session, Instant now) {
      if (session.contains(new SessionInput.Closing())) {
        throw new StackOverflowError();
      }
      heard.addAll(session);
    }

    @Override
    public Optional<Instant> due() {
      return Optional.empty();
    }

    @Override
    public void failed(Throwable why, Instant now) {
      heard.add(why);
      if (!recovers) {
        throw new OutOfMemoryError();
      }
    }
  }

  private void assertGoesOn(Fragile machine) throws InterruptedException {
    loop.start(machine);
    loop.post(new SessionInput.Closing());
    assertInstanceOf(StackOverflowError.class, machine.heard.poll(20, SECONDS));
    loop.post(new SessionInput.Promoted());
    assertEquals(new SessionInput.Promoted(), machine.heard.poll(20, SECONDS));
    loop.stop();
  }

  @Test
  void an_error_in_a_step_is_told_to_the_machine_and_the_next_step_comes() throws Exception {
    assertGoesOn(new Fragile(true));
  }

  @Test
  void an_error_while_telling_it_does_not_end_the_loop_either() throws Exception {
    assertGoesOn(new Fragile(false));
  }
}
