package intandem.domain.session.succession;

import intandem.domain.id.Epoch;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.protocol.Standing;
import intandem.domain.protocol.Standing.Contact;
import intandem.domain.session.core.Core;
import intandem.domain.session.link.Addresses;
import intandem.domain.workspace.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether this member is the one to lead, as far as it can tell. */
record Candidacy(Core core) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration ALONE = Duration.ofMinutes(5);
  private static final int LEAP = 1_000;

  /** The seated members besides this one. */
  Stream<Member> others() {
    return core.workspace().roster().seated().filter(member -> !member.id().equals(core.self()));
  }

  /** Those of them that are away, and may be reached. */
  List<MemberId> missing() {
    return others()
        .filter(member -> !member.online())
        .map(Member::id)
        .filter(member -> !Addresses.toTry(core, member).isEmpty())
        .toList();
  }

  /**
   * Whether this member could lead: it has a seat, all of its log at hand, and the keys, which
   * there are none of yet if the founder died before the first epoch.
   */
  boolean able(boolean idle) {
    Epoch epoch = core.workspace().reign().epoch();
    return idle
        && core.seated()
        && (epoch.number() == 0 || core.replica().epochs().secret(epoch).isPresent());
  }

  /** Whether one of them still hears a hub that this member would follow. */
  boolean heard(List<Standing> answers) {
    return answers.stream()
        .filter(answer -> answer.hub() == Contact.HEARD)
        .anyMatch(answer -> answer.term().compareTo(core.term().orElseThrow()) >= 0);
  }

  /**
   * Whether the hub is gone for good.
   *
   * @param mine whether this member led last, and did not hand over
   */
  boolean gone(boolean mine, boolean answered, Instant lost, Instant now) {
    MemberId owner = core.workspace().reign().owner();
    boolean dead = mine || core.ports.whereabouts().gone(core.identity.workspace(), owner);
    Duration patience = answered ? PATIENCE : ALONE;
    return (dead && core.line.tried()) || !lost.plus(patience).isAfter(now);
  }

  /**
   * The number of the term to start: above all that are known, and of two that are started at once
   * higher for the one with more supporters. A number far beyond one's own is not believed: what a
   * hub or a member says of it before it shows its log may be anything.
   */
  int number(Optional<Term> surpassed, List<Standing> supporters) {
    int own = core.term().orElseThrow().number();
    int highest =
        Stream.concat(supporters.stream().map(Standing::term), surpassed.stream())
            .mapToInt(Term::number)
            .filter(number -> number <= own + LEAP)
            .max()
            .orElse(own);
    return Math.max(own, highest) + 1 + supporters.size();
  }

  /**
   * How long this member gives way to those of them that come before it. It may know sooner than
   * they do that the hub is gone.
   */
  Duration courtesy(List<Standing> answers) {
    long before = before(answers);
    return before == 0 ? Duration.ZERO : PATIENCE.multipliedBy(1 + before);
  }

  private long before(List<Standing> answers) {
    Standing mine = Standings.of(core, Standings.nonce(core), Contact.LOST);
    return answers.stream().filter(other -> before(other, mine)).count();
  }

  private boolean before(Standing other, Standing mine) {
    int order = Standings.BY_LOG.compare(other, mine);
    return order < 0 || (order == 0 && precedence().compare(other.from(), core.self()) < 0);
  }

  /** Who leads rather, of members that have the same log: whom others can reach from anywhere. */
  private Comparator<MemberId> precedence() {
    return Comparator.comparing((MemberId member) -> Addresses.outside(core, member).isEmpty())
        .thenComparingInt(this::ordinal);
  }

  private int ordinal(MemberId member) {
    return core.workspace().roster().find(member).map(Member::ordinal).orElse(Integer.MAX_VALUE);
  }

  /** Who is to lead after this member, if there is someone. */
  Optional<Member> successor() {
    return others().filter(Member::online).min(Comparator.comparing(Member::id, precedence()));
  }
}
