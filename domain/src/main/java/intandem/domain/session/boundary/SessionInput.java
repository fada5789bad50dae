package intandem.domain.session.boundary;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.Entrance;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Waking;
import intandem.domain.reach.Reach;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;

/** What can happen to a session. */
public sealed interface SessionInput {
  /** This process listens there from now on. */
  record Listening(Endpoint endpoint) implements SessionInput {}

  /** What was dialled came up; the link's number is used once. */
  record LinkUp(long attempt, long link) implements SessionInput {}

  /** None of the addresses of that {@link SessionEffect.Dial} answered. */
  record DialFailed(long attempt) implements SessionInput {}

  /** Someone came to this process, which is no hub, by a link; its number is used once. */
  record Arrived(long link, Entrance entrance) implements SessionInput {}

  /** A frame arrived, or something that is none. */
  record Received(long link, Decoded<Frame> frame) implements SessionInput {}

  /** A link went down. */
  record LinkDown(long link) implements SessionInput {}

  /** The hub of the last {@link SessionEffect.Promote} is open, its first entry in the log. */
  record Promoted() implements SessionInput {}

  /** The hub of the last {@link SessionEffect.Promote} did not open. */
  record NotPromoted(String problem) implements SessionInput {}

  /** The hub of this process learned from a member of a higher term. */
  record Outranked() implements SessionInput {}

  /** The oldest unanswered write to disk is durable. */
  record Persisted() implements SessionInput {}

  /** The disk refused the oldest unanswered write. */
  record PersistFailed(String problem) implements SessionInput {}

  /** The hub of this process can be reached from there now. */
  record Reached(Reach reach) implements SessionInput {}

  /** Somebody asks; the call's number is used once. */
  record Asked(long call, Ask.Member ask) implements SessionInput {}

  /** Nobody waits for the answer any more. */
  record Cancelled(long call) implements SessionInput {}

  /** All that is in this answer reached the model. */
  record Shown(Answer.Letters answer) implements SessionInput {}

  /** What is in this answer was taken for the model, but did not reach it. */
  record NotShown(Answer.Letters answer) implements SessionInput {}

  /** How the model can be woken has changed. */
  record Wakeable(Waking waking) implements SessionInput {}

  /** The process is about to end: others are told, and a hub is handed over if that is possible. */
  record Closing() implements SessionInput {}
}
