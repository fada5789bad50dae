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
   * The memberships to try, in order: the session's own, the directory's, the only one there is. A
   * session that did not leave takes no other: while its own is locked, its former process is still
   * closing.
   */
  List<Membership> candidates(Optional<Membership> left, Ask.Which which) {
    Optional<Membership> seated = sessions.seated().filter(one -> possible(one, which));
    Stream<Membership> others = seated.isPresent() ? seated.stream() : others(which);
    return Stream.concat(own(left), others).filter(one -> possible(one, which)).distinct().toList();
  }

  /** Whether this session is that member and did not leave. */
  boolean seated(Membership membership) {
    return sessions.seated().filter(membership::equals).isPresent();
  }

  private Stream<Membership> own(Optional<Membership> left) {
    return Stream.concat(left.stream(), sessions.mine().stream()).distinct();
  }

  private Stream<Membership> others(Ask.Which which) {
    List<Membership> all =
        home.memberships().all().stream().map(KeptMembership::membership).toList();
    boolean clear = which instanceof Ask.Which.Known || all.size() == 1;
    return Stream.concat(sessions.usedHere().stream(), clear ? all.stream() : Stream.empty());
  }

  private boolean possible(Membership membership, Ask.Which which) {
    return fits(membership.workspace(), which) && kept(membership);
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
