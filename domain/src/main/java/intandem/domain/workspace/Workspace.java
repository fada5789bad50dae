package intandem.domain.workspace;

import intandem.domain.id.Epoch;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Header.Command;
import intandem.domain.protocol.Header.Genesis;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.protocol.Rejection;
import intandem.domain.workspace.Member.Last;
import intandem.domain.workspace.Member.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A workspace as the rules see it: folded from the log, the same for the hub and every peer. Pure:
 * it knows no clock, no randomness, no keys but public ones, and nothing that is sealed.
 *
 * @param ledger what is known of the log's entries
 * @param head the last entry that is folded in, and {@code at} its log time
 */
public record Workspace(
    Charter charter,
    Reign reign,
    Roster roster,
    Board board,
    Variables variables,
    Ledger ledger,
    Head head,
    Instant at) {
  /** The rule set that this code implements, named by entry 1. */
  public static final int RULES = 1;

  /** What entry 1 fixes for good; {@code maxPeers} is 1 to 5. */
  public record Charter(WorkspaceId id, int rules, int maxPeers) {}

  /** Who leads: the term, its owner, who admits and removes, and the current key epoch. */
  public record Reign(Epoch epoch, MemberId owner) {
    /** The current term. */
    public Term term() {
      return epoch.term();
    }
  }

  /** The workspace after entry 1; its bounds are checked by {@link Referee}. */
  static Workspace found(WorkspaceId id, Genesis genesis, Stamp stamp) {
    Term term = stamp.place().term();
    Instant at = stamp.place().at();
    Last last = new Last(term, 1, stamp.hash());
    Member.Keys keys = new Member.Keys(genesis.signKey(), genesis.sealKey());
    Member creator =
        new Member(MemberId.of(genesis.signKey()), keys, 1, Standing.SEATED, 1, false, at, last);
    Head head = stamp.place().onTopOf(Head.START, stamp.hash());
    return new Workspace(
        new Charter(id, genesis.rules(), genesis.maxPeers()),
        new Reign(new Epoch(term, 0), creator.id()),
        new Roster(List.of(creator)),
        Board.EMPTY,
        Variables.EMPTY,
        Ledger.EMPTY.with(head),
        head,
        at);
  }

  /** Decides on a command without changing anything: same input, same answer. */
  public Decision decide(Command command, Stamp stamp) {
    Optional<Rejection> fault =
        Order.fault(this, command, stamp.place())
            .or(() -> Rules.fault(this, command, stamp.place().at()));
    if (fault.isPresent()) {
      return new Decision.Rejected(fault.get());
    }
    Origin origin = command.origin();
    Term term = command.epoch().term();
    Last last = new Last(term, origin.seq(), stamp.hash());
    Workspace changed = Rules.apply(this, command, stamp.place().at());
    Roster roster = changed.roster.change(origin.from(), member -> member.after(last));
    Origin meant = command.meant().origin();
    Ledger ledger =
        ledger()
            .with(origin.from(), origin.id(), stamp.place().index())
            .with(meant.from(), meant.id(), stamp.place().index());
    return new Decision.Accepted(changed.with(roster).with(ledger).at(stamp));
  }

  /** Decides on a hub note: a seated member, and a state that is new. */
  public Decision decide(MemberId noted, boolean online, Stamp stamp) {
    Optional<Rejection> fault = Order.fault(this, stamp.place()).or(() -> noteFault(noted, online));
    if (fault.isPresent()) {
      return new Decision.Rejected(fault.get());
    }
    Instant since = stamp.place().at();
    Roster changed = roster.change(noted, member -> member.online(online, since));
    return new Decision.Accepted(with(changed).at(stamp));
  }

  private Optional<Rejection> noteFault(MemberId noted, boolean online) {
    Optional<Member> member = roster.find(noted).filter(Member::seated);
    if (member.isEmpty()) {
      return Optional.of(Rejection.UNKNOWN_MEMBER);
    }
    return member.filter(m -> m.online() == online).map(m -> Rejection.NO_CHANGE);
  }

  /** Seats that nobody takes. */
  public int freeSeats() {
    return charter.maxPeers() - (int) roster.seated().count();
  }

  /**
   * The index of the last entry that is meant for a member: its removal, if it is none any more.
   */
  public long lastFor(MemberId member) {
    return roster
        .find(member)
        .filter(known -> !known.active())
        .map(Member::settled)
        .orElse(head.index());
  }

  /** Whether that member leads. */
  public boolean ownedBy(MemberId member) {
    return reign.owner().equals(member);
  }

  Workspace with(Roster changed) {
    return new Workspace(charter, reign, changed, board, variables, ledger, head, at);
  }

  Workspace with(Reign changed) {
    return new Workspace(charter, changed, roster, board, variables, ledger, head, at);
  }

  Workspace with(Board changed) {
    return new Workspace(charter, reign, roster, changed, variables, ledger, head, at);
  }

  Workspace with(Variables changed) {
    return new Workspace(charter, reign, roster, board, changed, ledger, head, at);
  }

  private Workspace with(Ledger changed) {
    return new Workspace(charter, reign, roster, board, variables, changed, head, at);
  }

  private Workspace at(Stamp stamp) {
    Head next = stamp.place().onTopOf(head, stamp.hash());
    Instant now = stamp.place().at();
    Ledger grown = ledger.with(next);
    return new Workspace(charter, reign, roster, board, variables, grown, next, now);
  }
}
