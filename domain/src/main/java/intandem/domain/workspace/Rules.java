package intandem.domain.workspace;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Audience;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.Header.Command;
import intandem.domain.protocol.KeyWrap;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.Rejection;
import intandem.domain.workspace.Member.Standing;
import intandem.domain.workspace.Workspace.Reign;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each act demands, and what it changes: one line an act. */
final class Rules {
  private static final int KEY_SIZE = 32;
  private static final int VARIABLE_KEY_SIZE = 16;

  private Rules() {}

  /** The first rule that the act breaks. */
  static Optional<Rejection> fault(Workspace workspace, Command command, Instant at) {
    MemberId author = command.origin().from();
    Optional<Rejection> misdirected = audienceFault(workspace, command);
    if (misdirected.isPresent()) {
      return misdirected;
    }
    Optional<Rejection> onlyOwner =
        workspace.ownedBy(author) ? Optional.empty() : Optional.of(Rejection.NOT_OWNER);
    return switch (command.act()) {
      case Act.NameWorkspace a -> onlyOwner;
      case Act.StartEpoch start ->
          onlyOwner.or(() -> wrapFault(start.keys(), workspace.roster().active()));
      case Act.StartTerm start -> termFault(workspace, start, author);
      case Act.AddMember add -> onlyOwner.or(() -> admissionFault(workspace, add));
      case Act.RemoveMember remove -> onlyOwner.or(() -> removalFault(workspace, remove));
      case Act.Leave leave ->
          workspace.ownedBy(author) ? Optional.of(Rejection.OWNER_STAYS) : Optional.empty();
      case Act.Rejoin rejoin -> rejoinFault(workspace, author);
      case Act.UpdateMember a -> Optional.empty();
      case Act.AnnounceEndpoint a -> Optional.empty();
      case Act.Message a -> Optional.empty();
      case Act.Report a -> Optional.empty();
      case Act.Adopt a -> Adoption.fault(workspace, command, at);
      case Act.AddTasks(List<NewTask> tasks) -> Planning.fault(workspace, command.origin(), tasks);
      case Act.ChangeTask change -> new BoardRules(workspace, author, at).fault(change);
      case Act.SetVariable set -> variableFault(workspace.variables(), set);
    };
  }

  /** The workspace with an act that breaks no rule. */
  static Workspace apply(Workspace workspace, Command command, Instant at) {
    Roster roster = workspace.roster();
    Reign reign = workspace.reign();
    MemberId author = command.origin().from();
    long index = workspace.head().index() + 1;
    return switch (command.act()) {
      case Act.StartEpoch start -> workspace.with(new Reign(command.epoch(), reign.owner()));
      case Act.StartTerm start ->
          workspace
              .with(new Reign(command.epoch(), start.owner()))
              .with(
                  roster.changeAll(member -> member.online() ? member.online(false, at) : member));
      case Act.AddMember add -> workspace.with(roster.with(admitted(workspace, add, at)));
      case Act.RemoveMember remove ->
          workspace
              .with(new Reign(reign.epoch().next(), reign.owner()))
              .with(roster.change(remove.member(), gone -> gone.as(Standing.REMOVED, index)))
              .with(workspace.board().without(remove.member()));
      case Act.Leave leave ->
          workspace
              .with(roster.change(author, gone -> gone.as(Standing.LEFT, index).online(false, at)))
              .with(workspace.board().without(author));
      case Act.Rejoin rejoin ->
          workspace.with(
              roster.change(author, back -> back.as(Standing.SEATED, index).online(true, at)));
      case Act.NameWorkspace _, Act.UpdateMember _, Act.AnnounceEndpoint _ -> workspace;
      case Act.Message _, Act.Report _ -> workspace;
      case Act.Adopt a -> apply(workspace, command.meant(), at);
      case Act.AddTasks add ->
          workspace.with(Planning.apply(workspace.board(), add, command.origin(), at));
      case Act.ChangeTask change ->
          workspace.with(new BoardRules(workspace, author, at).apply(change, command.origin()));
      case Act.SetVariable(Bytes key, Expected expected) ->
          workspace.with(workspace.variables().raised(key));
    };
  }

  private static Member admitted(Workspace workspace, Act.AddMember add, Instant at) {
    Member.Keys keys = new Member.Keys(add.signKey(), add.sealKey());
    Member.Last none = new Member.Last(workspace.reign().term(), 0, Hash.ZERO);
    int ordinal = workspace.roster().members().size() + 1;
    long index = workspace.head().index() + 1;
    MemberId id = MemberId.of(add.signKey());
    return new Member(id, keys, ordinal, Standing.SEATED, index, false, at, none);
  }

  private static Optional<Rejection> audienceFault(Workspace workspace, Command command) {
    if (!(command.to() instanceof Audience.Only(MemberId to, List<KeyWrap> wraps))) {
      return Optional.empty();
    }
    MemberId author = command.origin().from();
    boolean adopted =
        command.act() instanceof Act.Adopt(MemberId from, var id, var act)
            && act instanceof Act.Message
            && from.equals(to);
    boolean there = workspace.roster().find(to).filter(m -> adopted || m.seated()).isPresent();
    if (!there || to.equals(author)) {
      return Optional.of(Rejection.UNKNOWN_MEMBER);
    }
    List<MemberId> holders = wraps.stream().map(KeyWrap::to).toList();
    boolean directed = adopted || command.act() instanceof Act.Message;
    return directed && holders.equals(List.of(to, author))
        ? Optional.empty()
        : Optional.of(Rejection.MALFORMED);
  }

  private static Optional<Rejection> wrapFault(EpochKeys keys, Set<MemberId> holders) {
    List<MemberId> wrapped = keys.wraps().stream().map(KeyWrap::to).toList();
    boolean complete = wrapped.size() == holders.size() && holders.containsAll(wrapped);
    boolean shaped = new HashSet<>(wrapped).size() == wrapped.size();
    return complete && shaped ? Optional.empty() : Optional.of(Rejection.MALFORMED);
  }

  private static Optional<Rejection> termFault(
      Workspace workspace, Act.StartTerm start, MemberId author) {
    if (!start.owner().equals(author)) {
      return Optional.of(Rejection.NOT_OWNER);
    }
    return start.base().equals(workspace.head())
        ? wrapFault(start.keys(), workspace.roster().active())
        : Optional.of(Rejection.OTHER_BRANCH);
  }

  private static Optional<Rejection> admissionFault(Workspace workspace, Act.AddMember add) {
    if (!isKey(add.signKey()) || !isKey(add.sealKey())) {
      return Optional.of(Rejection.MALFORMED);
    }
    if (workspace.roster().find(MemberId.of(add.signKey())).isPresent()) {
      return Optional.of(Rejection.NO_CHANGE);
    }
    return seatFault(workspace);
  }

  private static boolean isKey(Bytes key) {
    return key.size() == KEY_SIZE;
  }

  private static Optional<Rejection> removalFault(Workspace workspace, Act.RemoveMember remove) {
    MemberId gone = remove.member();
    boolean there = workspace.roster().find(gone).filter(Member::active).isPresent();
    if (!there || workspace.ownedBy(gone)) {
      return Optional.of(Rejection.UNKNOWN_MEMBER);
    }
    Set<MemberId> holders = new HashSet<>(workspace.roster().active());
    holders.remove(gone);
    return wrapFault(remove.keys(), holders);
  }

  private static Optional<Rejection> rejoinFault(Workspace workspace, MemberId author) {
    return workspace.roster().seated(author)
        ? Optional.of(Rejection.NO_CHANGE)
        : seatFault(workspace);
  }

  private static Optional<Rejection> seatFault(Workspace workspace) {
    return workspace.freeSeats() > 0 ? Optional.empty() : Optional.of(Rejection.FULL);
  }

  private static Optional<Rejection> variableFault(Variables variables, Act.SetVariable set) {
    if (set.key().size() != VARIABLE_KEY_SIZE) {
      return Optional.of(Rejection.MALFORMED);
    }
    return switch (set.expected()) {
      case Expected.Any any -> Optional.empty();
      case Expected.Version(long number) ->
          variables.version(set.key()) == number
              ? Optional.empty()
              : Optional.of(Rejection.OTHER_VERSION);
    };
  }
}
