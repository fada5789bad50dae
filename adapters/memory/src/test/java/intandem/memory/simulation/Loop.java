package intandem.memory.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Runs one step machine: effects are carried out one by one, so that a kill may come between. */
abstract class Loop<I, E> implements Pipe.End {
  private static final int SPINS = 20;

  private final Deque<I> inputs = new ArrayDeque<>();
  private final Deque<E> effects = new ArrayDeque<>();
  private Optional<Optional<Instant>> asked = Optional.empty();
  private boolean dead;
  private int spins;

  /** What the machine answers. */
  abstract List<E> on(List<I> batch);

  /** Carries out one effect. */
  abstract void perform(E effect);

  /** When the machine wants to be asked again, by its own clock. */
  abstract Optional<Instant> wants();

  /** When the machine wants to be asked again; only a step can change that. */
  Optional<Instant> due() {
    asked = asked.or(() -> Optional.of(wants()));
    return asked.get().map(peer()::worldTime);
  }

  void input(I input) {
    inputs.add(input);
  }

  void kill() {
    dead = true;
    inputs.clear();
    effects.clear();
  }

  @Override
  public boolean alive() {
    return !dead;
  }

  boolean busy(Instant now) {
    return !dead && (!effects.isEmpty() || !inputs.isEmpty() || late(now));
  }

  private boolean late(Instant now) {
    return due().filter(at -> !at.isAfter(now)).isPresent();
  }

  /** One effect, or one batch of inputs; answers what it was. */
  Object step(Instant now) {
    if (!effects.isEmpty()) {
      E effect = effects.remove();
      perform(effect);
      return effect;
    }
    List<I> batch = List.copyOf(inputs);
    inputs.clear();
    effects.addAll(on(batch));
    asked = Optional.empty();
    spins = batch.isEmpty() && effects.isEmpty() && late(now) ? spins + 1 : 0;
    if (spins > SPINS) {
      throw new AssertionError("a tick that is due now, again and again, and never does anything");
    }
    return batch;
  }
}
