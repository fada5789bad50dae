package intandem.app.seat;

import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Whoever waits for an answer of a session. Safe for any thread. */
final class Calls {
  private final Wires.Mailbox mailbox;
  private final Map<Long, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final Set<Long> refused = ConcurrentHashMap.newKeySet();
  private volatile Optional<Refusal> over = Optional.empty();

  Calls(Wires.Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** Asks the session and waits for its answer. */
  Answer ask(Ask.Member ask) throws InterruptedException {
    long call = numbers.incrementAndGet();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    waiting.put(call, answer);
    mailbox.post(new SessionInput.Asked(call, ask));
    over.ifPresent(this::refuse);
    try {
      return answer.get();
    } catch (InterruptedException e) {
      if (waiting.remove(call, answer)) {
        mailbox.post(new SessionInput.Cancelled(call));
      } else {
        handBack(answer.join());
      }
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answer is never an exception", e);
    }
  }

  /** The session's answer to one of them; what it hands over to nobody is handed back. */
  void answer(long call, Answer answer) {
    Optional<CompletableFuture<Answer>> caller = Optional.ofNullable(waiting.remove(call));
    if (caller.isPresent()) {
      caller.get().complete(answer);
    } else {
      handBack(answer);
    }
  }

  private void handBack(Answer answer) {
    if (answer instanceof Answer.Letters letters) {
      mailbox.post(new SessionInput.NotShown(letters));
    }
  }

  /** Refuses all that wait: of those that the session has not heard yet it is not to hear. */
  void refuse(Refusal refusal) {
    for (long call : List.copyOf(waiting.keySet())) {
      refused.add(call);
      answer(call, new Answer.Refused(refusal));
    }
  }

  /** Whether the session is to hear of that; all but calls that were refused meanwhile. */
  boolean current(SessionInput input) {
    return !(input instanceof SessionInput.Asked asked && refused.contains(asked.call()));
  }

  /** Refuses all that wait, and whoever asks from now on. */
  void end(Refusal refusal) {
    over = Optional.of(refusal);
    refuse(refusal);
  }
}
