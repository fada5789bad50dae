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
import intandem.domain.workspace.Workspace;
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
  private static final Duration HEAD_START = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration WATCH = Duration.ofSeconds(30);
  private static final int LONGEST_PAUSE = 10;

  private final Core core;
  private final Uplink uplink;
  private final Leading leading;
  private final Contacts contacts;
  private final Candidacy candidacy;
  private final Set<MemberId> removals = new HashSet<>();
  private Optional<Handover> handed = Optional.empty();
  private Optional<Term> surpassed = Optional.empty();
  private Optional<Instant> suspected = Optional.empty();
  private Instant lost;
  private Instant next;
  private int rounds;
  private boolean connected;
  private boolean promoting;
  private boolean retired;

  /** Looks for the hub after a moment. */
  public Succession(Core core, Uplink uplink, Leading leading, Instant now) {
    this.core = core;
    this.uplink = uplink;
    this.leading = leading;
    this.contacts = new Contacts(core, uplink, this);
    this.candidacy = new Candidacy(core);
    this.lost = now;
    this.next = now.plus(HEAD_START);
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
    contacts.stopAsking();
    connected = true;
    suspected = Optional.empty();
    surpassed = Optional.empty();
    retired = false;
    rounds = 0;
    core.settleRumour();
  }

  private void search(Instant now) {
    if (connected) {
      connected = false;
      lost = now;
      next = now.plus(HEAD_START);
    }
    if (!contacts.asking() && !next.isAfter(now) && core.line.searching()) {
      contacts.ask(candidacy.others().map(Member::id).toList(), Contact.LOST, now);
    }
    contacts.answers(now).ifPresent(answers -> conclude(answers, now));
  }

  private void conclude(List<Standing> answers, Instant now) {
    rounds++;
    next = now.plus(PAUSE.multipliedBy(Math.min(LONGEST_PAUSE, 1 + rounds / LONGEST_PAUSE)));
    core.forgetRumour();
    askAround(answers, now);
    boolean mine = core.workspace().ownedBy(core.self()) && !retired;
    if (candidacy.heard(answers)
        || !candidacy.able(uplink.idle())
        || !candidacy.gone(mine, !answers.isEmpty(), lost, now)) {
      return;
    }
    Instant since = suspected.orElse(now);
    suspected = Optional.of(since);
    if (!since.plus(candidacy.courtesy(answers)).isAfter(now)) {
      promote(above(answers.stream().map(Standing::term)) + answers.size(), now);
    }
  }

  /** Tries the hub where others hear it. */
  private void askAround(List<Standing> answers, Instant now) {
    core.told(
        answers.stream().flatMap(a -> Addresses.parse(a.hubAt()).stream()).distinct().toList());
    if (!core.told().isEmpty() && core.line.searching()) {
      core.line.restart(now);
    }
  }

  /** Someone hears the hub: others are to be asked at once. */
  void hurry(Instant now) {
    next = now;
  }

  /** A higher term has begun: its hub is to be found at once. */
  void seek(Instant now) {
    uplink.restart(now);
    connected = false;
    lost = now;
    next = now;
  }

  /** A human says where the hub is. */
  public void seek(Endpoint hub, Instant now) {
    core.hint(hub);
    uplink.restart(now);
  }

  private int above(Stream<Term> terms) {
    return Stream.of(terms, core.term().stream(), surpassed.stream())
            .flatMap(known -> known)
            .mapToInt(Term::number)
            .max()
            .orElseThrow()
        + 1;
  }

  private void promote(int number, Instant now) {
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
    next = now.plus(PAUSE);
    leading.begin(removals, now);
    core.line.restart(now);
  }

  /** The hub did not open: another member may have more luck. */
  public void notPromoted(String problem, Instant now) {
    promoting = false;
    core.notStored(problem);
    next = now.plus(PATIENCE);
    core.line.restart(now);
  }

  /** Looks for members that are missing: they may follow a higher term. */
  private void watch(Instant now) {
    if (!contacts.asking() && !next.isAfter(now) && !candidacy.missing().isEmpty()) {
      contacts.ask(candidacy.missing(), Contact.HEARD, now);
    }
    Optional<List<Standing>> answers = contacts.answers(now);
    if (answers.isPresent()) {
      next = now.plus(WATCH);
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
    leading.end();
    core.effect(new SessionEffect.StepDown());
    contacts.stopAsking();
    uplink.replay(now);
    uplink.restart(now);
    connected = false;
    lost = now;
    suspected = Optional.empty();
    next = now;
  }

  @Override
  public void outrank(Workspace other, Instant now) {
    removals.addAll(Meeting.removed(other));
    surpassed = Optional.of(other.reign().term());
    if (candidacy.able(uplink.idle())) {
      promote(above(Stream.empty()), now);
    }
  }

  /** Names a successor, if anyone is online; false if there is nobody. */
  public boolean handOver() {
    if (!core.hosting() || !core.line.ready() || core.replica().workspace().isEmpty()) {
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
      makeWay(now);
    } else {
      handed = Optional.of(handover);
    }
  }

  /** Does as the owner said, once everything that it sent before is stored. */
  private void heed(Instant now) {
    if (handed.isEmpty() || !uplink.idle()) {
      return;
    }
    boolean mine = handed.get().to().equals(core.self());
    handed = Optional.empty();
    if (mine && candidacy.able(true)) {
      promote(above(Stream.empty()), now);
    } else {
      uplink.restart(now);
      connected = false;
      lost = now;
      makeWay(now);
    }
  }

  private void makeWay(Instant now) {
    suspected = Optional.of(now.plus(PATIENCE));
    next = now.plus(HEAD_START);
  }

  /** When {@link #tick} is due. */
  public Optional<Instant> due() {
    boolean looking =
        !idle() && (core.hosting() ? !candidacy.missing().isEmpty() : core.line.searching());
    Optional<Instant> round = looking && !contacts.asking() ? Optional.of(next) : Optional.empty();
    return Stream.of(contacts.due(), round).flatMap(Optional::stream).min(Instant::compareTo);
  }
}
