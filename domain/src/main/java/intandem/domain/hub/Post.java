package intandem.domain.hub;

import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.Goodbye.Reason;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a hub sends to its guests, and whom it sends away. */
final class Post {
  private final Guests guests;
  private final Fanout fanout;
  private List<HubEffect> effects = new ArrayList<>();

  Post(Guests guests, Fanout fanout) {
    this.guests = guests;
    this.fanout = fanout;
  }

  void add(HubEffect effect) {
    effects.add(effect);
  }

  List<HubEffect> drain() {
    List<HubEffect> drained = effects;
    effects = new ArrayList<>();
    return drained;
  }

  void send(Guest guest, Frame frame) {
    effects.add(new HubEffect.Send(guest.link, frame));
  }

  /** Says why, and what the log's last index and time are now. */
  void refuse(Batch.Refusal refusal, long index, Instant at) {
    Frame frame =
        new Frame.Refused(refusal.id(), refusal.reason(), index, at, refusal.retryAfter());
    guests.find(refusal.link()).ifPresent(guest -> send(guest, frame));
  }

  void dismiss(Guest guest, Reason reason, Duration retryAfter) {
    send(guest, new Frame.Goodbye(reason, retryAfter));
    hangUp(guest);
  }

  void hangUp(Guest guest) {
    guests.remove(guest.link);
    effects.add(new HubEffect.Close(guest.link));
  }

  /** Notes a fault of the other end, which costs it the link in the end. */
  void strike(Guest guest) {
    if (guest.strike()) {
      dismiss(guest, Reason.MALFORMED, Duration.ZERO);
    }
  }

  /** Sends what a member lacks, as much as may be under way to it. */
  void pump(Guest guest, Workspace workspace, Instant now) {
    while (guest.ready() && guest.lacks(workspace)) {
      sendNext(guest, workspace, now);
    }
  }

  /** Sends all that a member lacks. */
  void flush(Guest guest, Workspace workspace, Instant now) {
    while (guest.lacks(workspace)) {
      sendNext(guest, workspace, now);
    }
  }

  private void sendNext(Guest guest, Workspace workspace, Instant now) {
    Frame.Entries batch = fanout.next(workspace, guest.sent(), guest.last(workspace));
    guest.send(batch.checkpoint().head().index(), now);
    send(guest, batch);
  }
}
