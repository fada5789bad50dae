package intandem.domain.session;

import intandem.domain.id.Endpoint;
import intandem.domain.id.MemberId;
import intandem.domain.workspace.Member;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the hub may be: as one was told, then where the owner and the others said they are. */
final class Addresses {
  private Addresses() {}

  static List<Endpoint> of(Core core) {
    Set<Endpoint> all = new LinkedHashSet<>();
    if (core.role instanceof Role.Guest guest) {
      all.addAll(guest.hints());
    }
    core.replica
        .workspace()
        .ifPresent(
            workspace ->
                Stream.concat(
                        Stream.of(workspace.reign().owner()),
                        workspace.roster().seated().map(Member::id))
                    .forEach(member -> all.addAll(of(core, member))));
    return List.copyOf(all);
  }

  private static List<Endpoint> of(Core core, MemberId member) {
    return core.replica.view().addressesOf(member).stream()
        .map(Endpoint::parse)
        .flatMap(Optional::stream)
        .toList();
  }
}
