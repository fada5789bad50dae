package intandem.app.seat;

import intandem.domain.join.Joining;
import intandem.domain.join.Joining.Step;
import intandem.domain.protocol.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whatever lies between a joiner and the owner, and what it makes of the frames that pass.
 *
 * @param up for frames of the joiner
 * @param down for frames of the owner
 */
record Relay(UnaryOperator<Frame> up, UnaryOperator<Frame> down) {
  static final Relay HONEST = new Relay(UnaryOperator.identity(), UnaryOperator.identity());

  /**
   * How an attempt ended for the joiner, and all that the relay saw of both sides.
   *
   * @param last empty if the joiner was left without an answer
   */
  record Seen(Optional<Step> last, List<Frame> frames) {
    /** In a word: how the joiner came to be in, or why it is not. */
    String outcome() {
      return last.map(Seen::word).orElse("SILENCE");
    }

    private static String word(Step step) {
      return switch (step) {
        case Step.Joined joined -> "JOINED";
        case Step.Failed failed -> failed.failure().name();
        case Step.NotTrusted notTrusted -> "NOT_TRUSTED";
        case Step.Reply reply -> "REPLY";
        case Step.Ignored ignored -> "IGNORED";
      };
    }

    boolean sawWelcome() {
      return frames.stream().anyMatch(Frame.JoinWelcome.class::isInstance);
    }
  }

  /** Carries one attempt from its first frame to its end, and hangs up. */
  Seen carry(Joining joining, Doorstep.Stranger link) {
    Seen seen = relay(joining, link);
    link.hangsUp();
    return seen;
  }

  private Seen relay(Joining joining, Doorstep.Stranger link) {
    List<Frame> seen = new ArrayList<>();
    Optional<Frame> next = Optional.of(joining.open());
    while (next.isPresent()) {
      seen.add(next.get());
      List<Frame> answers = link.says(up.apply(next.get()));
      next = Optional.empty();
      for (Frame answer : answers) {
        seen.add(answer);
        switch (joining.on(down.apply(answer))) {
          case Step.Reply(Frame reply) -> next = Optional.of(reply);
          case Step.Ignored() -> {}
          case Step end -> {
            return new Seen(Optional.of(end), seen);
          }
        }
      }
    }
    return new Seen(Optional.empty(), seen);
  }
}
