package intandem.app.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.hub.HubInput;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final int ROUNDS = 10_000;
  private static final int MOST_SPINS = 1_000;
  private static final Answer.Letters LETTERS =
      new Answer.Letters(List.of(), 0, List.of(), Answer.News.NONE);

  private final AtomicInteger handedBack = new AtomicInteger();
  private final Racing race = new Racing();
  private final Calls calls = new Calls(race);

  /** Has each call answered by another thread, and interrupted at about the same time. */
  private final class Racing implements Wires.Mailbox {
    private int spins;
    private Thread other = Thread.currentThread();

    @Override
    public void post(HubInput input, Runnable done) {
      throw new AssertionError(input);
    }

    @Override
    public void post(SessionInput input, Runnable done) {
      if (input instanceof SessionInput.Asked asked) {
        other = Thread.startVirtualThread(() -> calls.answer(asked.call(), LETTERS));
        spins = (spins + 1) % MOST_SPINS;
        for (int i = 0; i < spins; i++) {
          Thread.onSpinWait();
        }
        Thread.currentThread().interrupt();
      } else if (input instanceof SessionInput.NotShown) {
        handedBack.incrementAndGet();
      }
    }
  }

  @Test
  void what_is_answered_to_a_caller_that_is_interrupted_in_that_instant_is_handed_back()
      throws InterruptedException {
    int got = 0;
    for (int round = 0; round < ROUNDS; round++) {
      got += asks() ? 1 : 0;
      race.other.join();
    }
    assertEquals(ROUNDS, got + handedBack.get());
  }

  private boolean asks() {
    try {
      calls.ask(new Ask.Unread(1));
      return Thread.interrupted();
    } catch (InterruptedException e) {
      return false;
    }
  }
}
