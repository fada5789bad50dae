package intandem.domain.session;

import intandem.domain.port.Codec.Decoded;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Waking;
import intandem.domain.reach.Reach;
import java.util.List;

/** What can happen to a session. */
public sealed interface SessionInput {
  /** A link to a hub came up; its number is used once. */
  record LinkUp(long link) implements SessionInput {}

  /** A frame arrived, or something that is none. */
  record Received(long link, Decoded<Frame> frame) implements SessionInput {}

  /** A link went down. */
  record LinkDown(long link) implements SessionInput {}

  /** None of the addresses of the last {@link SessionEffect.Dial} answered. */
  record DialFailed() implements SessionInput {}

  /** The oldest unanswered {@link SessionEffect.Persist} is durable. */
  record Persisted() implements SessionInput {}

  /** The disk refused the oldest unanswered {@link SessionEffect.Persist}. */
  record PersistFailed(String problem) implements SessionInput {}

  /** The hub of this process can be reached from there now. */
  record Reached(Reach reach) implements SessionInput {}

  /** Somebody asks; the call's number is used once. */
  record Asked(long call, Ask.Member ask) implements SessionInput {}

  /** Nobody waits for the answer any more. */
  record Cancelled(long call) implements SessionInput {}

  /** Messages reached the model. */
  record Shown(List<Tandem.Shown> messages) implements SessionInput {}

  /** Messages were taken for the model, but did not reach it. */
  record NotShown(List<Tandem.Shown> messages) implements SessionInput {}

  /** How the model can be woken has changed. */
  record Wakeable(Waking waking) implements SessionInput {}

  /** Time has passed. */
  record Tick() implements SessionInput {}
}
