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
  private final List<Write> owed = new ArrayList<>();
  private int carried;
  private Optional<String> problem = Optional.empty();
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

  /**
   * Makes changes that go with each following write until one succeeds, or by themselves; {@code
   * failed} follows at most once, and {@code stored} once they are durable.
   */
  public void insist(List<Change> changes, Runnable stored, Consumer<String> failed) {
    write(new SessionEffect.Persist(List.of(), changes), changes, stored, failed);
  }

  /** Makes a change in that way, after which nothing is to follow. */
  public void insist(Change change, Consumer<String> failed) {
    insist(List.of(change), () -> {}, failed);
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
    effects.accept(effect.after(owed.stream().flatMap(lost -> lost.kept().stream()).toList()));
  }

  /** Whether the log is being replaced: until that is over, it is not what the copy says. */
  public boolean replacing() {
    return !writes.isEmpty() && writes.element().effect() instanceof SessionEffect.Replace;
  }

  /** The oldest unanswered write is durable. */
  public void persisted() {
    List<Write> done = new ArrayList<>(owed.subList(0, carried));
    done.add(writes.remove());
    problem = Optional.empty();
    owed.subList(0, carried).clear();
    next();
    done.forEach(write -> write.stored().run());
  }

  /** The disk refused the oldest unanswered write. */
  public void failed(String problem, Instant now) {
    Write lost = writes.remove();
    again = now.plus(PAUSE);
    if (!lost.kept().isEmpty()) {
      owed.add(lost);
    }
    next();
    lost.failed().accept(problem);
  }

  /** Whether a failure is news: there was none since a write succeeded. */
  boolean news(String failure) {
    boolean first = problem.isEmpty();
    problem = Optional.of(failure);
    return first;
  }

  /** Why the disk does not take what arrives; empty again once a write has succeeded. */
  public Optional<String> problem() {
    return problem;
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
