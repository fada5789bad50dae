package intandem.domain.session.link;

import intandem.domain.id.EntryId;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.SessionVault;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Rejection;
import intandem.domain.replica.Meeting;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Line;
import intandem.domain.session.core.Listener;
import intandem.domain.tandem.Notice;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A session's side of the link to the hub: login, what arrives, and acks of it. */
public final class Uplink {

  private final Core core;
  private final Proving proving;
  private final Submissions submissions;
  private final Acks acks;
  private final Intake intake;
  private final List<Listener> listeners = new ArrayList<>();
  private boolean toldDisowned;

  /** Tries to reach a hub from now on. */
  public Uplink(Core core) {
    this.core = core;
    this.proving = new Proving(core);
    this.submissions = new Submissions(core, this);
    this.acks = new Acks(core);
    this.intake = new Intake(core, this, acks);
  }

  /** Tells that one as well, after those told so far. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  void tell(Consumer<Listener> event) {
    listeners.forEach(event);
  }

  /** Whether nothing of the hub's waits for the disk. */
  public boolean idle() {
    return intake.idle();
  }

  /** Goes on with a link over which a hub has spoken. */
  public void takeOver(long link, Frame.Challenge challenge, Instant now) {
    core.line.up(link, now);
    received(challenge, now);
  }

  /** The link is gone, or did not come up. */
  public void lost(Instant now) {
    intake.clear();
    core.outbox.disconnected();
    core.retiring(false);
    if (!core.line.stopped()) {
      core.line.down(now);
    }
  }

  /** Gives the link up, and tries again after a pause. */
  public void hangUp(Instant now) {
    core.line.link().ifPresent(link -> core.effect(new SessionEffect.Close(link)));
    lost(now);
  }

  /** Another hub is to be looked for, at once. */
  public void restart(Instant now) {
    hangUp(now);
    core.line.restart(now);
  }

  /** Folds in what the hub of this process had stored when it ended. */
  public void catchUp(Instant now) {
    intake.catchUp(now);
  }

  /** Another branch of a higher term is not to be followed: this one takes a still higher one. */
  void outrank(Meeting other, Instant now) {
    hangUp(now);
    tell(listener -> listener.outrank(other, now));
  }

  /** What the hub sent cannot be: it has cheated, or it is none. */
  void cheated(long index, Rejection reason, Instant now) {
    if (core.line.ready()) {
      stop(new Notice.HubCheated(index, reason));
    } else {
      hangUp(now);
    }
  }

  /** Gives the hub up for good. */
  private void stop(Notice notice) {
    core.notices.add(notice);
    stop();
  }

  /** Ends this session; that is what whoever asks from now on is told. */
  public void end(Refusal.Entering farewell) {
    stop();
    core.effect(new SessionEffect.End(farewell));
  }

  /** A log has shown that this member was removed: it ends, and says what it had not sent. */
  public void expel() {
    View view = core.replica().view();
    List<Refusal.Unsent> unsent =
        core.outbox
            .kept()
            .filter(draft -> draft.act() instanceof Act.Sharing)
            .map(draft -> new Refusal.Unsent(draft.to(), draft.body(), view::nameOf))
            .toList();
    end(new Refusal.Expelled(view.workspaceName(), unsent));
  }

  private void stop() {
    core.line.link().ifPresent(link -> core.effect(new SessionEffect.Close(link)));
    core.line.stop();
    intake.clear();
    tell(Listener::givenUp);
  }

  /** Takes what arrived over the link to the hub. */
  public void received(Decoded<Frame> decoded, Instant now) {
    switch (decoded) {
      case Decoded.Malformed<Frame> malformed -> hangUp(now);
      case Decoded.Valid<Frame>(Frame frame) -> received(frame, now);
    }
  }

  private void received(Frame frame, Instant now) {
    switch (frame) {
      case Frame.Challenge challenge -> {
        catchUp(now);
        if (!proving.prove(challenge, now)) {
          hangUp(now);
        }
      }
      case Frame.LoggedIn in -> core.line.proof().ifPresent(p -> loggedIn(p, in, now));
      case Frame.Entries entries when core.line.login().isPresent() -> intake.add(entries, now);
      case Frame.Refused refused when core.line.ready() -> submissions.refused(refused, now);
      case Frame.Acked(Ack ack) -> acked(ack, now);
      case Frame.HandedOver(var handover) -> tell(listener -> listener.handedOver(handover, now));
      case Frame.Relayed(long channel, Frame.Query(var standing)) ->
          tell(listener -> listener.relayed(channel, standing, now));
      case Frame.Relayed(long channel, Frame.Join join) ->
          tell(listener -> listener.joined(channel, join, now));
      case Frame.Goodbye(Frame.Goodbye.Reason reason, var retry) -> goodbye(reason, now);
      case Frame other -> {}
    }
  }

  private void goodbye(Frame.Goodbye.Reason reason, Instant now) {
    switch (reason) {
      case REPLACED -> replaced(now);
      case REMOVED -> removed(now);
      case UNKNOWN_MEMBER -> disowned(now);
      case OWNER_AWAY -> {
        core.hearsay.pass();
        hangUp(now);
      }
      case TOO_MANY_ATTEMPTS, BAD_PROOF, OTHER_BRANCH -> hangUp(now);
      case TOO_SLOW, MALFORMED, CLOSING -> hangUp(now);
    }
  }

  /** Another process has logged in as this member, if it was not this one. */
  private void replaced(Instant now) {
    if (core.hearsay.looked(now) || !core.line.ready()) {
      hangUp(now);
    } else {
      end(new Refusal.TakenOver());
    }
  }

  /** Said once more, it is of no interest: what counts is whether the hub can show it. */
  private void removed(Instant now) {
    if (!core.hearsay.saidRemoved()) {
      core.hearsay.saidRemoved(true);
      hangUp(now);
    }
  }

  /** A hub of a branch that parted from this log before this member joined. */
  private void disowned(Instant now) {
    Optional<Line.Proof> proof = core.line.proof();
    if (!toldDisowned) {
      toldDisowned = true;
      core.notices.add(new Notice.Unknown());
    }
    hangUp(now);
    proof
        .map(refused -> refused.challenge().term())
        .ifPresent(term -> tell(listener -> listener.disowned(term, now)));
  }

  private void loggedIn(Line.Proof proof, Frame.LoggedIn in, Instant now) {
    if (!proving.proven(proof, in) || core.fenced(proof.challenge().term())) {
      hangUp(now);
      return;
    }
    core.line.admit(in.head(), now);
    core.settleLine();
    toldDisowned = false;
    core.outbox.disconnected();
    acks.renew();
    tell(listener -> listener.changed(now));
  }

  private void acked(Ack ack, Instant now) {
    if (acks.genuine(ack) && core.receipts.add(ack)) {
      core.disk.write(List.of(new SessionVault.Kept(ack)), () -> {}, core::notStored);
      tell(listener -> listener.changed(now));
    }
  }

  /** Takes a command out of the outbox, for good. */
  void drop(EntryId id) {
    end(id, new SessionVault.Dropped(id));
  }

  /** Takes a command out of the outbox that has failed; it is kept until its author is told. */
  void refuse(EntryId id, Rejection reason) {
    end(id, new SessionVault.Refused(id, reason));
  }

  private void end(EntryId id, SessionVault.Change change) {
    boolean kept = core.outbox.find(id).isPresent();
    core.outbox.done(id);
    if (kept) {
      core.disk.insist(change, core::notStored);
    }
  }

  /** Gives up a link over which the login takes too long, and where that was said to be. */
  public void expire(Instant now) {
    if (core.line.late(now)) {
      core.hearsay.told(List.of());
      hangUp(now);
    }
  }

  /** Does whatever is due. */
  public void tick(Instant now) {
    if (core.line.wantsToDial(now)) {
      dial();
    }
    submissions.submit(now);
    acks.send(now);
  }

  private void dial() {
    long attempt = core.attempt();
    core.line.dial(attempt);
    core.effect(
        core.hosting()
            ? new SessionEffect.Attach(attempt)
            : new SessionEffect.Dial(attempt, Addresses.ofHub(core)));
  }

  /** When {@link #expire} or {@link #tick} is due. */
  public List<Instant> due() {
    List<Instant> dates = new ArrayList<>();
    core.line.due().ifPresent(dates::add);
    acks.due().ifPresent(dates::add);
    if (core.line.caughtUp() && !core.retiring()) {
      core.outbox.due(core.replica().head().index()).ifPresent(dates::add);
    }
    return dates;
  }

  /** A message was shown to the model: others may know. */
  public void seen() {
    acks.renew();
  }
}
