package intandem.domain.session.link;

import intandem.domain.id.EntryId;
import intandem.domain.id.Hash;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Rejection;
import intandem.domain.replica.Envelopes;
import intandem.domain.session.core.Core;
import intandem.domain.workspace.Decision;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Stamp;
import intandem.domain.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/** Gets the outbox into the log: seals each command for the hub of the moment, one at a time. */
final class Submissions {
  private final Core core;
  private final Uplink uplink;

  Submissions(Core core, Uplink uplink) {
    this.core = core;
    this.uplink = uplink;
  }

  /** Submits the first command of the outbox, if it is due and still allowed. */
  void submit(Instant now) {
    if (!core.caughtUp() || core.replica().workspace().isEmpty() || core.retiring()) {
      return;
    }
    adopted();
    long index = core.replica().head().index();
    Optional<Draft> due = core.outbox.due(now, index);
    while (due.isPresent()) {
      boolean waiting = submit(due.get(), now);
      due = waiting ? Optional.empty() : core.outbox.due(now, index);
    }
  }

  /** What others brought back already need not be. */
  private void adopted() {
    Optional<Draft> orphan = core.outbox.orphan();
    while (orphan.filter(this::counts).isPresent()) {
      uplink.drop(orphan.get().id());
      orphan = core.outbox.orphan();
    }
  }

  private boolean counts(Draft orphan) {
    return orphan.act() instanceof Act.Adopt(MemberId from, EntryId id, Act act)
        && core.workspace().ledger().find(from, id).isPresent();
  }

  /** Answers whether the hub has to say something first. */
  private boolean submit(Draft draft, Instant now) {
    Workspace workspace = core.workspace();
    Optional<Long> index = workspace.ledger().find(core.self(), draft.id());
    if (index.isPresent()) {
      uplink.drop(draft.id());
      uplink.tell(listener -> listener.committed(draft.id(), index.get(), now));
      return false;
    }
    boolean spent = core.outbox.spent(draft);
    if (spent && !core.outbox.underWay(draft)) {
      fail(draft, Rejection.NOT_STORED);
      return false;
    }
    if (unheardOf(workspace, draft)) {
      fail(draft, Rejection.UNKNOWN_MEMBER);
      return false;
    }
    if (spent || !sealable(workspace, draft)) {
      core.outbox.pause(now);
      return true;
    }
    Envelopes.Prepared prepared = prepare(workspace, draft, now);
    if (decide(workspace, prepared.command(), now) instanceof Decision.Rejected(var reason)) {
      fail(draft, reason);
      return false;
    }
    core.outbox.submitted(draft.id(), core.replica().head().index(), now);
    core.send(new Frame.Submit(prepared.envelope()));
    return true;
  }

  private boolean sealable(Workspace workspace, Draft draft) {
    return draft.act() instanceof Act.Keying
        || core.replica().epochs().secret(workspace.reign().epoch()).isPresent();
  }

  /** Whether it is for someone whom only a branch knew that is gone. */
  private static boolean unheardOf(Workspace workspace, Draft draft) {
    return draft.to() instanceof Draft.Recipient.One(MemberId to)
        && workspace.roster().find(to).isEmpty();
  }

  private Envelopes.Prepared prepare(Workspace workspace, Draft draft, Instant now) {
    Member.Last last =
        workspace.roster().find(core.self()).orElseThrow().last().in(workspace.reign().term());
    Header.Origin origin =
        new Header.Origin(
            core.self(),
            draft.id(),
            last.seq() + 1,
            last.hash(),
            core.replica().head(),
            notBefore(workspace.at(), core.time.at(now)));
    return core.replica().envelopes().seal(workspace, origin, draft);
  }

  /** What the rules would say if the hub took it right now. */
  private Decision decide(Workspace workspace, Header.Command command, Instant now) {
    Instant at = notBefore(workspace.at(), core.time.at(now));
    Place place = new Place(workspace.reign().term(), core.replica().head().index() + 1, at);
    return workspace.decide(command, new Stamp(place, Hash.ZERO));
  }

  private static Instant notBefore(Instant earliest, Instant time) {
    return time.isBefore(earliest) ? earliest : time;
  }

  /** The hub did not take a command; it has no say in those that are not under way. */
  void refused(Frame.Refused refused, Instant now) {
    core.outbox
        .find(refused.id())
        .filter(core.outbox::underWay)
        .ifPresent(draft -> refused(draft, refused, now));
  }

  private void refused(Draft draft, Frame.Refused refused, Instant now) {
    switch (refused.reason()) {
      case TOO_FAST, NOT_STORED -> postpone(draft, refused, now);
      case STALE -> {
        core.time.synchronise(refused.at(), now);
        retry(draft, refused);
      }
      case TOO_LARGE, MALFORMED -> retry(draft, refused);
      case DUPLICATE, OTHER_WORKSPACE, NOT_A_MEMBER, BAD_SIGNATURE, OUT_OF_SEQUENCE ->
          retry(draft, refused);
      case OTHER_TERM, STALE_EPOCH, OTHER_BRANCH, LEFT, FULL, NOT_OWNER -> retry(draft, refused);
      case UNKNOWN_MEMBER, OWNER_STAYS, NO_CHANGE -> retry(draft, refused);
      case UNKNOWN_TASK, BLOCKED, HELD, RESERVED, LOST_LEASE, NOT_YOURS -> retry(draft, refused);
      case WRONG_STATE, CYCLE, BOARD_FULL, OTHER_VERSION -> retry(draft, refused);
    }
  }

  /** What cannot wait has failed; the rest goes out later. */
  private void postpone(Draft draft, Frame.Refused refused, Instant now) {
    if (core.outbox.spent(draft)) {
      fail(draft, refused.reason());
    } else {
      core.outbox.postpone(now.plus(refused.retryAfter()));
    }
  }

  /** The replica decides for itself once it has got as far as the hub was. */
  private void retry(Draft draft, Frame.Refused refused) {
    if (!core.outbox.retry(refused.index())) {
      fail(draft, refused.reason());
    }
  }

  private void fail(Draft draft, Rejection reason) {
    uplink.refuse(draft.id(), reason);
    uplink.tell(listener -> listener.failed(draft, reason));
  }
}
