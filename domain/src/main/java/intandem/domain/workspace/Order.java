package intandem.domain.workspace;

import intandem.domain.id.Epoch;
import intandem.domain.id.Term;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Header.Command;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Rejection;
import java.time.Duration;
import java.util.Optional;

/** Whether a command or a note may stand where it stands, whatever it does. */
final class Order {
  /** How far a command's time may be from log time. */
  private static final Duration WINDOW = Duration.ofMinutes(2);

  /** A term's number may be so far above the last one: two branches of a log are not further. */
  private static final int MOST_TERMS = 1_000;

  private Order() {}

  /** The first thing wrong with the place itself. */
  static Optional<Rejection> fault(Workspace workspace, Place place) {
    boolean ruled = place.term().equals(workspace.reign().term());
    return unless(ruled && follows(workspace, place), Rejection.OTHER_TERM);
  }

  private static boolean follows(Workspace workspace, Place place) {
    return place.index() == workspace.head().index() + 1 && !place.at().isBefore(workspace.at());
  }

  /** The first thing wrong with a command in that place. */
  static Optional<Rejection> fault(Workspace workspace, Command command, Place place) {
    Origin origin = command.origin();
    Optional<Member> author = workspace.roster().find(origin.from()).filter(Member::active);
    if (!command.workspace().equals(workspace.charter().id())) {
      return Optional.of(Rejection.OTHER_WORKSPACE);
    }
    if (author.isEmpty()) {
      return Optional.of(Rejection.NOT_A_MEMBER);
    }
    if (workspace.ledger().find(origin.from(), origin.id()).isPresent()) {
      return Optional.of(Rejection.DUPLICATE);
    }
    return termFault(workspace, command, place)
        .or(() -> sequenceFault(author.get(), command))
        .or(() -> epochFault(workspace, command))
        .or(() -> timeFault(origin, place))
        .or(() -> unless(workspace.ledger().holds(origin.seen()), Rejection.OTHER_BRANCH))
        .or(() -> seatFault(author.get(), command));
  }

  private static Optional<Rejection> termFault(Workspace workspace, Command command, Place place) {
    Term current = workspace.reign().term();
    Term term = command.epoch().term();
    boolean fits =
        command.act() instanceof Act.StartTerm
            ? leap(current, term) >= 1 && leap(current, term) <= MOST_TERMS
            : term.equals(current);
    boolean placed = place.term().equals(term) && follows(workspace, place);
    return unless(fits && placed, Rejection.OTHER_TERM);
  }

  private static long leap(Term from, Term to) {
    return (long) to.number() - from.number();
  }

  private static Optional<Rejection> sequenceFault(Member author, Command command) {
    Member.Last last = author.last().in(command.epoch().term());
    Origin origin = command.origin();
    boolean continues = origin.seq() == last.seq() + 1 && origin.previous().equals(last.hash());
    return unless(continues, Rejection.OUT_OF_SEQUENCE);
  }

  private static Optional<Rejection> epochFault(Workspace workspace, Command command) {
    Epoch current = workspace.reign().epoch();
    Epoch due =
        switch (command.act()) {
          case Act.StartTerm start -> new Epoch(command.epoch().term(), 1);
          case Act.StartEpoch start -> current.next();
          case Act act -> current;
        };
    return unless(command.epoch().equals(due), Rejection.STALE_EPOCH);
  }

  private static Optional<Rejection> timeFault(Origin origin, Place place) {
    Duration apart = Duration.between(origin.ts(), place.at()).abs();
    return unless(apart.compareTo(WINDOW) <= 0, Rejection.STALE);
  }

  private static Optional<Rejection> seatFault(Member author, Command command) {
    return unless(author.seated() || command.act() instanceof Act.Rejoin, Rejection.LEFT);
  }

  private static Optional<Rejection> unless(boolean fine, Rejection otherwise) {
    return fine ? Optional.empty() : Optional.of(otherwise);
  }
}
