package intandem.domain.workspace;

import intandem.domain.protocol.Act;
import intandem.domain.protocol.Audience;
import intandem.domain.protocol.Header.Command;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.protocol.Rejection;
import java.time.Instant;
import java.util.Optional;

/**
 * What of a cut branch may be brought back by others than its author. It is held to the rules as if
 * its author asked for it now, except that admissions and the workspace's name, which only an owner
 * could have made, are not asked for the owner of today.
 */
final class Adoption {
  private Adoption() {}

  static Optional<Rejection> fault(Workspace workspace, Command command, Instant at) {
    Command meant = command.meant();
    Origin author = meant.origin();
    Optional<Member> member = workspace.roster().find(author.from()).filter(Member::active);
    if (member.isEmpty()) {
      return Optional.of(Rejection.NOT_A_MEMBER);
    }
    if (workspace.ledger().find(author.from(), author.id()).isPresent()) {
      return Optional.of(Rejection.DUPLICATE);
    }
    return switch (meant.act()) {
      case Act.AddMember _, Act.NameWorkspace _ -> asOwner(workspace, meant, at);
      case Act.ChangeTask _, Act.Leave _ ->
          member.get().seated() ? asAuthor(workspace, meant, at) : Optional.of(Rejection.LEFT);
      case Act.Message _, Act.AddTasks _, Act.SetVariable _, Act.Report _ ->
          asAuthor(workspace, meant, at);
      case Act.Keying _, Act.UpdateMember _, Act.Rejoin _ -> Optional.of(Rejection.MALFORMED);
      case Act.AnnounceEndpoint _, Act.Adopt _ -> Optional.of(Rejection.MALFORMED);
    };
  }

  private static Optional<Rejection> asOwner(Workspace workspace, Command meant, Instant at) {
    Origin o = meant.origin();
    Origin owner =
        new Origin(workspace.reign().owner(), o.id(), o.seq(), o.previous(), o.seen(), o.ts());
    return asAuthor(workspace, with(meant, owner), at);
  }

  private static Optional<Rejection> asAuthor(Workspace workspace, Command meant, Instant at) {
    return Rules.fault(workspace, with(meant, meant.origin()), at);
  }

  /** For everyone: that of the adopting command was checked. */
  private static Command with(Command meant, Origin origin) {
    return new Command(
        meant.workspace(), meant.epoch(), origin, new Audience.Everyone(), meant.act());
  }
}
