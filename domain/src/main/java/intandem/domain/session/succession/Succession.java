package intandem.domain.session.succession;

import intandem.domain.id.Endpoint;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Handover;
import intandem.domain.protocol.Standing;
import intandem.domain.protocol.Standing.Contact;
import intandem.domain.replica.Meeting;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Listener;
import intandem.domain.session.lead.Leading;
import intandem.domain.session.link.Addresses;
import intandem.domain.session.link.Uplink;
import intandem.domain.workspace.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the hub wherever it has gone, takes its place when it is gone for good, and gives it up for
 * one of a higher term. A member without a hub asks the others: one of them may be the hub; if one
 * still hears it, all wait; else the one with the most of the log leads, and the earliest to join
 * among equals.
 */
public final class Succession implements Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration WATCH = Duration.ofSeconds(30);

  private final Core core;
  private final Uplink uplink;
  private final Leading leading;
  private final Contacts contacts;
  private final Candidacy candidacy;
  private final Rounds rounds;
  private final Set<MemberId> removals = new HashSet<>();
  private Optional<Handover> handed = Optional.empty();
  private Optional<Term> surpassed = Optional.empty();
  private boolean promoting;
  private boolean retired;

  /** Looks for the hub after a moment. */
  public Succession(Core core, Uplink uplink, Leading leading, Instant now) {
    this.core = core;
    this.uplink = uplink;
    this.leading = leading;
    this.contacts = new Contacts(core, uplink, this);
    this.candidacy = new Candidacy(core);
    this.rounds = new Rounds(now);
  }

  /** The links to other members than the hub. */
  public Contacts contacts() {
    return contacts;
  }

  /** Does whatever is due. */
  public void tick(Instant now) {
    contacts.tick(now);
    if (idle()) {
      return;
    }
    if (core.hosting()) {
      watch(now);
      return;
    }
    heed(now);
    if (core.line.ready()) {
      atEase();
    } else {
      search(now);
    }
  }

  private boolean idle() {
    return core.line.stopped() || core.replica().workspace().isEmpty() || promoting;
  }

  private void atEase() {
    contacts.settled();
    rounds.connected();
    surpassed = Optional.empty();
    retired = false;
    core.hearsay.saidRemoved(false);
    core.hearsay.settle(core.term());
  }

  private void search(Instant now) {
    rounds.disconnected(now);
    if (!contacts.asking() && rounds.due(now) && core.line.searching()) {
      rounds.pause(now);
      uplink.catchUp(now);
      contacts.ask(candidacy.others().map(Member::id).toList(), Contact.LOST, now);
    }
    contacts.answers(now).ifPresent(answers -> conclude(answers, now));
  }

  private void conclude(List<Standing> answers, Instant now) {
    rounds.conclude(now);
    core.hearsay.forgetRumour();
    askAround(answers, now);
    boolean mine = core.workspace().ownedBy(core.self()) && !retired;
    boolean due =
        !candidacy.heard(answers)
            && candidacy.able(uplink.idle())
            && candidacy.gone(mine, !answers.isEmpty(), rounds.lost(), now);
    if (due && rounds.waited(candidacy.courtesy(answers), now)) {
      promote(answers, now);
    }
  }

  /** Tries the hub where others hear it. */
  private void askAround(List<Standing> answers, Instant now) {
    core.hearsay.told(Standings.hubs(answers));
    if (!core.hearsay.told().isEmpty() && core.line.searching()) {
      core.line.restart(now);
    }
  }

  /** Someone hears the hub: others are to be asked at once. */
  void hurry(Instant now) {
    rounds.at(now);
  }

  /** A higher term has begun: its hub is to be found at once. */
  void follow(List<Endpoint> hubAt, Instant now) {
    if (core.hosting()) {
      stepDown(now);
    } else {
      uplink.restart(now);
      rounds.lost(now);
    }
    tryAt(hubAt, now);
  }

  /** Looks there first, before it asks around again. */
  private void tryAt(List<Endpoint> hubAt, Instant now) {
    if (!hubAt.isEmpty() && core.line.searching()) {
      core.hearsay.told(hubAt);
      rounds.pause(now);
      core.line.restart(now);
    }
  }

  /** A human says where the hub is. */
  public void hint(Endpoint hub, Instant now) {
    core.hearsay.hint(hub);
    uplink.restart(now);
  }

  private void promote(List<Standing> supporters, Instant now) {
    int number = candidacy.number(surpassed, supporters);
    contacts.stopAsking();
    promoting = true;
    uplink.hangUp(now);
    core.line.restart(now.plus(PATIENCE));
    core.effect(new SessionEffect.Promote(number));
  }

  /** The hub is open: this member leads. */
  public void promoted(Instant now) {
    promoting = false;
    atEase();
    contacts.lead();
    handed = Optional.empty();
    rounds.pause(now);
    leading.begin(removals, now);
    core.line.restart(now);
  }

  /** The hub did not open: another member may have more luck. */
  public void notPromoted(String problem, Instant now) {
    promoting = false;
    core.notStored(problem);
    rounds.at(now.plus(PATIENCE));
    core.line.restart(now);
  }

  /** Looks for members that are missing: they may follow a higher term, or not find this hub. */
  private void watch(Instant now) {
    if (candidacy.missing().isEmpty()) {
      rounds.at(now);
    } else if (!contacts.asking() && rounds.due(now)) {
      contacts.ask(candidacy.missing(), Contact.HEARD, now);
    }
    Optional<List<Standing>> answers = contacts.answers(now);
    if (answers.isPresent()) {
      rounds.at(now.plus(WATCH));
      Term term = core.term().orElseThrow();
      if (answers.get().stream().anyMatch(answer -> answer.term().compareTo(term) > 0)) {
        stepDown(now);
      }
    }
  }

  /** A member of a higher term was heard of. */
  public void outranked(Instant now) {
    if (core.hosting()) {
      stepDown(now);
    }
  }

  /** Leads no more, and looks for who does. */
  void stepDown(Instant now) {
    uplink.catchUp(now);
    leading.end();
    core.effect(new SessionEffect.StepDown());
    contacts.stopAsking();
    uplink.restart(now);
    rounds.lost(now);
  }

  @Override
  public void disowned(Term other, Instant now) {
    surpassed = Stream.concat(surpassed.stream(), Stream.of(other)).max(Term::compareTo);
    if (!idle()) {
      conclude(List.of(), now);
    }
  }

  @Override
  public void outrank(Meeting other, Instant now) {
    removals.addAll(other.removals(core.workspace()));
    surpassed = Optional.of(other.workspace().reign().term());
    if (candidacy.able(uplink.idle())) {
      promote(List.of(), now);
    } else {
      core.line.pause(now.plus(PATIENCE));
    }
  }

  /** Names a successor, if anyone is online; false if there is nobody. */
  public boolean handOver() {
    if (!core.hosting() || !core.caughtUp()) {
      return false;
    }
    Optional<Member> successor = candidacy.successor();
    if (successor.isPresent() && !core.retiring()) {
      core.retiring(true);
      core.send(new Frame.HandedOver(Standings.handover(core, successor.get())));
    }
    return successor.isPresent();
  }

  @Override
  public void handedOver(Handover handover, Instant now) {
    if (core.replica().workspace().isEmpty() || !Standings.genuine(core, handover)) {
      return;
    }
    if (handover.from().equals(core.self())) {
      retired = true;
      stepDown(now);
      rounds.giveWay(PATIENCE, now);
    } else {
      handed = Optional.of(handover);
    }
  }

  /** Does as the owner said, once everything that it sent before is stored. */
  private void heed(Instant now) {
    if (handed.isEmpty() || !uplink.idle()) {
      return;
    }
    MemberId successor = handed.get().to();
    handed = Optional.empty();
    if (successor.equals(core.self()) && candidacy.able(true)) {
      promote(List.of(), now);
    } else {
      core.hearsay.told(Addresses.of(core, successor));
      uplink.hangUp(now);
      rounds.lost(now);
      rounds.giveWay(PATIENCE, now);
    }
  }

  /** When {@link #tick} is due. */
  public Optional<Instant> due() {
    boolean looking =
        !idle() && (core.hosting() ? !candidacy.missing().isEmpty() : core.line.searching());
    Optional<Instant> round =
        looking && !contacts.asking() ? Optional.of(rounds.next()) : Optional.empty();
    return Stream.of(contacts.due(), round).flatMap(Optional::stream).min(Instant::compareTo);
  }
}
