package intandem.domain.session.link;

import intandem.domain.id.Endpoint;
import intandem.domain.id.MemberId;
import intandem.domain.session.core.Core;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where others may be reached. */
public final class Addresses {
  private Addresses() {}

  /** Where the hub may be: as others say, on this machine, as one was told, as the owner said. */
  static List<Endpoint> ofHub(Core core) {
    Set<Endpoint> all = new LinkedHashSet<>(core.hearsay.told());
    all.addAll(core.ports.whereabouts().of(core.identity.workspace()));
    all.addAll(core.hearsay.hints());
    core.replica()
        .workspace()
        .map(workspace -> workspace.reign().owner())
        .filter(owner -> !owner.equals(core.self()))
        .ifPresent(owner -> all.addAll(of(core, owner)));
    core.endpoint().ifPresent(all::remove);
    return List.copyOf(all);
  }

  /** Where the hub is, and whoever may lead next: as they and this session's human said. */
  public static List<Endpoint> known(Core core) {
    Workspace workspace = core.workspace();
    Set<Endpoint> all = new LinkedHashSet<>(of(core, workspace.reign().owner()));
    all.addAll(core.hearsay.hints());
    workspace.roster().members().stream()
        .filter(Member::active)
        .forEach(member -> all.addAll(of(core, member.id())));
    of(core, core.self()).forEach(all::remove);
    return List.copyOf(all);
  }

  /** Where a member said that it can be reached, best first. */
  public static List<Endpoint> of(Core core, MemberId member) {
    return parse(core.replica().view().addressesOf(member));
  }

  /** Where to look for a member: where it said, or, if it never did, where the human says. */
  public static List<Endpoint> toTry(Core core, MemberId member) {
    List<Endpoint> said = of(core, member);
    return said.isEmpty() ? core.hearsay.hints() : said;
  }

  /** Where a member said that it can be reached from other machines. */
  public static List<Endpoint> outside(Core core, MemberId member) {
    return of(core, member).stream().filter(address -> !address.loopback()).toList();
  }

  /** Those that are addresses, in their order. */
  public static List<Endpoint> parse(List<String> addresses) {
    return addresses.stream().map(Endpoint::parse).flatMap(Optional::stream).toList();
  }
}
