package intandem.domain.session.core;

import intandem.domain.port.SessionVault.Change;
import intandem.domain.protocol.Entry;
import intandem.domain.session.boundary.SessionEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/** Writes one after the other, and what is to follow once each is durable. */
public final class Disk {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Consumer<SessionEffect> effects;
  private final Queue<Write> writes = new ArrayDeque<>();
  private final List<Change> owed = new ArrayList<>();
  private int carried;
  private boolean told;
  private Instant again = Instant.MIN;

  private record Write(
      SessionEffect.Write effect, List<Change> kept, Runnable stored, Consumer<String> failed) {}

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
    write(new SessionEffect.Persist(entries, changes), List.of(), stored, failed);
  }

  /** Makes a change that goes with each following write until one succeeds, or by itself. */
  public void insist(Change change, Consumer<String> failed) {
    List<Change> kept = List.of(change);
    write(new SessionEffect.Persist(List.of(), kept), kept, () -> {}, failed);
  }

  /** Puts another end in place of the log's; exactly one of the two follows. */
  public void write(SessionEffect.Replace replace, Runnable stored, Consumer<String> failed) {
    write(replace, List.of(), stored, failed);
  }

  private void write(
      SessionEffect.Write effect, List<Change> kept, Runnable stored, Consumer<String> failed) {
    writes.add(new Write(effect, kept, stored, failed));
    if (writes.size() == 1) {
      begin(effect);
    }
  }

  private void begin(SessionEffect.Write effect) {
    carried = owed.size();
    effects.accept(effect.after(owed));
  }

  /** Whether the log is being replaced: until that is over, it is not what the copy says. */
  public boolean replacing() {
    return !writes.isEmpty() && writes.element().effect() instanceof SessionEffect.Replace;
  }

  /** The oldest unanswered write is durable. */
  public void persisted() {
    Write done = writes.remove();
    told = false;
    owed.subList(0, carried).clear();
    next();
    done.stored().run();
  }

  /** The disk refused the oldest unanswered write. */
  public void failed(String problem, Instant now) {
    Write lost = writes.remove();
    again = now.plus(PAUSE);
    owed.addAll(lost.kept());
    next();
    lost.failed().accept(problem);
  }

  /** Whether a failure is news: none was told of since a write succeeded. */
  boolean news() {
    boolean first = !told;
    told = true;
    return first;
  }

  /** Tries again what is insisted on, if it is time. */
  public void tick(Instant now) {
    if (due().filter(at -> !at.isAfter(now)).isPresent()) {
      write(List.of(), List.of(), () -> {}, problem -> {});
    }
  }

  /** When {@link #tick} is due. */
  public Optional<Instant> due() {
    return owed.isEmpty() || !writes.isEmpty() ? Optional.empty() : Optional.of(again);
  }

  private void next() {
    if (!writes.isEmpty()) {
      begin(writes.element().effect());
    }
  }
}
