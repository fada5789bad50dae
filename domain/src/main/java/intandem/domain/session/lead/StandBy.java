package intandem.domain.session.lead;

import intandem.domain.id.MemberId;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.link.Addresses;
import intandem.domain.workspace.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether this member keeps a way from other machines open although another leads, so that members
 * elsewhere find it should it ever lead. One member does: the first in the order of joining whose
 * tunnel opens.
 */
final class StandBy {
  /** For each member that comes before this one: its tunnel has that long to open. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Core core;
  private final Map<MemberId, Boolean> seenHere = new HashMap<>();
  private Optional<Part> said = Optional.of(Part.NONE);
  private Optional<Instant> vacant = Optional.empty();
  private Optional<Instant> due = Optional.empty();
  private long looked;

  /** Whether the way is open, and where the hub is. */
  private enum Part {
    NONE,
    BESIDE_HUB,
    APART
  }

  StandBy(Core core) {
    this.core = core;
  }

  /** Whether the way is to be open without leading. */
  boolean wanted() {
    return said.filter(part -> part != Part.NONE).isPresent();
  }

  /** This member leads: its way is open until it says otherwise. */
  void leads() {
    said = Optional.empty();
    due = Optional.empty();
  }

  /** Whether a member that takes part was online on another machine, as far as is known here. */
  boolean neededElsewhere() {
    return core.replica().workspace().stream()
        .flatMap(workspace -> workspace.roster().seated())
        .anyMatch(member -> elsewhere(member.id()));
  }

  private boolean elsewhere(MemberId member) {
    return !seenHere.getOrDefault(member, true);
  }

  /**
   * Looks again whenever the log has grown, or time has come. To be called by who is up to date.
   */
  void tick(Instant now) {
    long head = core.replica().head().index();
    if (head == looked && due.filter(at -> !at.isAfter(now)).isEmpty()) {
      return;
    }
    looked = head;
    others().stream().filter(Member::online).map(Member::id).forEach(this::here);
    if (!core.hosting()) {
      say(part(now));
    }
  }

  private List<Member> others() {
    return core.workspace().roster().seated().filter(m -> !m.id().equals(core.self())).toList();
  }

  private boolean here(MemberId member) {
    return seenHere.computeIfAbsent(
        member, id -> core.ports.whereabouts().here(core.identity.workspace(), id));
  }

  private void say(Part part) {
    if (said.equals(Optional.of(part))) {
      return;
    }
    said = Optional.of(part);
    if (part == Part.NONE) {
      core.reaching.ended();
      core.effect(new SessionEffect.StandDown());
    } else {
      core.effect(new SessionEffect.StandBy(part == Part.BESIDE_HUB));
    }
  }

  private Part part(Instant now) {
    MemberId owner = core.workspace().reign().owner();
    due = Optional.empty();
    if (!needed(owner)) {
      vacant = Optional.empty();
      return Part.NONE;
    }
    List<Member> before = before(owner);
    if (before.stream().anyMatch(member -> !Addresses.outside(core, member.id()).isEmpty())) {
      vacant = Optional.empty();
      return Part.NONE;
    }
    Instant turn = vacant.orElse(now).plus(PATIENCE.multipliedBy(before.size()));
    vacant = vacant.or(() -> Optional.of(now));
    if (!wanted() && turn.isAfter(now)) {
      due = Optional.of(turn);
      return Part.NONE;
    }
    return here(owner) ? Part.BESIDE_HUB : Part.APART;
  }

  /** Nobody opens a tunnel for a workspace that has none, or for members that are all here. */
  private boolean needed(MemberId owner) {
    boolean begun = said.isEmpty() || wanted() || !Addresses.outside(core, owner).isEmpty();
    return begun && core.seated() && neededElsewhere();
  }

  /** Those online that joined before this member, except who leads. */
  private List<Member> before(MemberId owner) {
    int own = core.workspace().roster().find(core.self()).map(Member::ordinal).orElse(0);
    return others().stream()
        .filter(member -> member.online() && member.ordinal() < own)
        .filter(member -> !member.id().equals(owner))
        .toList();
  }

  /** When {@link #tick} is due without any news. */
  Optional<Instant> due() {
    return due;
  }
}
