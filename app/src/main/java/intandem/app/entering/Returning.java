package intandem.app.entering;

import intandem.domain.id.WorkspaceId;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.home.Home;
import intandem.home.KeptMembership;
import intandem.home.Membership;
import intandem.home.Sessions;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which memberships of this user a session may take up again. */
record Returning(Home home, Sessions sessions) {

  /** Whether this directory holds a free identity in that workspace. */
  boolean held(Optional<Membership> left, WorkspaceId workspace) {
    return Stream.concat(own(left), sessions.usedHere().stream())
        .filter(membership -> membership.workspace().equals(workspace))
        .filter(this::kept)
        .anyMatch(membership -> !home.memberships().inUse(membership));
  }

  /**
   * The memberships to try, in order. A session that has one of its own takes no other: while that
   * one is locked, its former process is still closing.
   */
  List<Membership> candidates(Optional<Membership> left, Ask.Which which) {
    List<Membership> own = own(left).filter(one -> fits(one, which)).filter(this::kept).toList();
    return own.isEmpty() ? others(which) : own;
  }

  /** Whether this session is that member, rather than a user of the same home or directory. */
  boolean own(Optional<Membership> left, Membership membership) {
    return own(left).anyMatch(membership::equals);
  }

  private Stream<Membership> own(Optional<Membership> left) {
    return Stream.concat(left.stream(), sessions.mine().stream()).distinct();
  }

  private List<Membership> others(Ask.Which which) {
    Stream<Membership> named =
        switch (which) {
          case Ask.Which.Last() -> Stream.empty();
          case Ask.Which.Known _ ->
              home.memberships().all().stream().map(KeptMembership::membership);
        };
    return Stream.concat(sessions.usedHere().stream(), named)
        .filter(one -> fits(one, which))
        .filter(this::kept)
        .distinct()
        .toList();
  }

  private static boolean fits(Membership membership, Ask.Which which) {
    return fits(membership.workspace(), which);
  }

  static boolean fits(WorkspaceId workspace, Ask.Which which) {
    return switch (which) {
      case Ask.Which.Last() -> true;
      case Ask.Which.Known(WorkspaceId wanted) -> workspace.equals(wanted);
    };
  }

  private boolean kept(Membership membership) {
    return Files.exists(home.keys(membership));
  }

  /** Whoever was removed from the last workspace is told so rather than offered others' keys. */
  Refusal nothing(Ask.Which which, Refusal farewell) {
    return which instanceof Ask.Which.Last && farewell instanceof Refusal.Expelled
        ? farewell
        : new Refusal.NothingToRejoin(known());
  }

  /** Workspaces of which keys are here, for a user who has to name one. */
  List<WorkspaceId> known() {
    return home.memberships().all().stream()
        .map(kept -> kept.membership().workspace())
        .distinct()
        .toList();
  }
}
