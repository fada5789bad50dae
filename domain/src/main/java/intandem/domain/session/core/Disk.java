package intandem.domain.session.core;

import intandem.domain.port.SessionVault.Change;
import intandem.domain.protocol.Entry;
import intandem.domain.session.boundary.SessionEffect;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/** Writes one after the other, and what is to follow once each is durable. */
public final class Disk {
  private final Consumer<SessionEffect> effects;
  private final Queue<Write> writes = new ArrayDeque<>();

  private record Write(SessionEffect effect, Runnable stored, Consumer<String> failed) {}

  Disk(Consumer<SessionEffect> effects) {
    this.effects = effects;
  }

  /** Makes changes besides the log; exactly one of the two follows. */
  public void write(List<Change> changes, Runnable stored, Consumer<String> failed) {
    write(List.of(), changes, stored, failed);
  }

  /** Appends entries and makes changes; exactly one of the two follows. */
  public void write(
      List<Entry> entries, List<Change> changes, Runnable stored, Consumer<String> failed) {
    write(new SessionEffect.Persist(entries, changes), stored, failed);
  }

  /** Puts another end in place of the log's; exactly one of the two follows. */
  public void write(SessionEffect.Replace replace, Runnable stored, Consumer<String> failed) {
    write((SessionEffect) replace, stored, failed);
  }

  private void write(SessionEffect effect, Runnable stored, Consumer<String> failed) {
    writes.add(new Write(effect, stored, failed));
    if (writes.size() == 1) {
      effects.accept(effect);
    }
  }

  /** Whether the log is being replaced: until that is over, it is not what the copy says. */
  public boolean replacing() {
    return !writes.isEmpty() && writes.element().effect() instanceof SessionEffect.Replace;
  }

  /** The oldest unanswered write is durable. */
  public void persisted() {
    Write done = writes.remove();
    next();
    done.stored().run();
  }

  /** The disk refused the oldest unanswered write. */
  public void failed(String problem) {
    Write lost = writes.remove();
    next();
    lost.failed().accept(problem);
  }

  private void next() {
    if (!writes.isEmpty()) {
      effects.accept(writes.element().effect());
    }
  }
}
