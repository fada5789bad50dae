package intandem.app.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop;
import intandem.app.platform.Closer;
import intandem.app.platform.Platform;
import intandem.domain.admission.Limits;
import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.join.Founding;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Whereabouts;
import intandem.domain.protocol.MessageType;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.storage.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An owner whose process cannot publish its code now and then: an Error amid a step. */
@Timeout(60)
class FailingStepTest {
  private static final int FOR_EVER = 1_000;

  private final Platform platform = new Platform(Limits.DEFAULT, Desktop.NO_TUNNEL);
  private final AtomicInteger failures = new AtomicInteger();
  private final CompletableFuture<Refusal> end = new CompletableFuture<>();
  private final Opened opened;

  FailingStepTest(@TempDir Path directory) throws Exception {
    KeyPair hubKey = platform.signer().generate();
    Founding founding =
        Founding.of(platform.joining(), hubKey.publicKey(), 5, platform.clock().instant());
    Closer closer = new Closer();
    Database database = closer.register(Database.open(directory.resolve("owner.db")));
    Opened.Plan plan =
        new Opened.Plan(
            founding.identity(), Doorstep.profile("Ada"), database, new Outside(), closer);
    opened = Opened.founder(platform, plan, hubKey, founding.genesis(), "demo");
    assertInstanceOf(Answer.Entered.class, seat().ask(new Ask.Brief()));
  }

  private final class Outside implements Seat.Outside {
    @Override
    public Whereabouts whereabouts() {
      return new Nowhere();
    }

    @Override
    public void wake(SessionEffect.Wake wake) {}

    @Override
    public void publish(SessionEffect.Publish publish) {
      if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new NoClassDefFoundError("a part of the program that is gone");
      }
    }

    @Override
    public void remember(boolean leads, List<Endpoint> hubs) {}

    @Override
    public void steppedDown() {}

    @Override
    public void ended(Refusal.Entering farewell) {
      end.complete(farewell);
    }
  }

  @AfterEach
  void close() {
    opened.close();
    platform.close();
  }

  private Seat seat() {
    return opened.seat();
  }

  private Answer says(String text) throws InterruptedException {
    return seat()
        .ask(new Ask.Send(Bytes.utf8(text), MessageType.CHAT, text, new Ask.To.Everyone(), 0));
  }

  /** Asks from a thread of its own, which waits for the answer on return. */
  private Future<Answer> asksAndWaits(Ask.Member ask) {
    FutureTask<Answer> task = new FutureTask<>(() -> seat().ask(ask));
    Thread thread = Thread.ofPlatform().daemon().start(task);
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return task;
  }

  @Test
  void who_waits_is_refused_and_the_session_goes_on_from_disk() throws Exception {
    says("before");
    failures.set(1);
    Future<Answer> waiting = asksAndWaits(new Ask.Inbox(Duration.ofSeconds(60), -1));
    seat().ask(new Ask.Rotate());
    assertEquals(new Answer.Refused(new Refusal.Failed()), waiting.get());
    assertInstanceOf(Answer.Entered.class, seat().ask(new Ask.Brief()));
    assertInstanceOf(Answer.Sent.class, says("after"));
    Answer read = seat().ask(new Ask.Inbox(Duration.ZERO, 0));
    assertTrue(read.toString().contains("before"), read::toString);
  }

  @Test
  void three_failures_in_a_row_end_the_seat() throws Exception {
    failures.set(FOR_EVER);
    seat().ask(new Ask.Rotate());
    Refusal broken = new Refusal.Broken(3);
    assertEquals(broken, end.get(30, TimeUnit.SECONDS));
    assertEquals(new Answer.Refused(broken), seat().ask(new Ask.Peers()));
  }

  @Test
  void whoever_asks_a_seat_that_was_given_up_is_refused() throws Exception {
    opened.close();
    assertEquals(new Answer.Refused(new Refusal.NotIn()), seat().ask(new Ask.Peers()));
  }

  @Test
  void failures_that_are_far_apart_do_not_add_up() {
    Failures rare = new Failures();
    Instant now = Instant.EPOCH;
    for (int i = 0; i < 5; i++) {
      now = now.plus(Duration.ofMinutes(2));
      assertEquals(false, rare.tooMany(now));
    }
  }
}
