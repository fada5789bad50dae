package intandem.domain.session.attention;

import intandem.domain.attention.Alarm;
import intandem.domain.attention.Causes;
import intandem.domain.attention.Chatter;
import intandem.domain.attention.Turns;
import intandem.domain.attention.Urgency;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Waking;
import intandem.domain.replica.Replica.Step;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Listener;
import intandem.domain.session.core.Mail;
import intandem.domain.tandem.Notice;
import intandem.domain.view.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** When this member's model is woken, by what has arrived and by what its host's hooks tell. */
public final class Attention implements Listener {
  private static final int ID_BYTES = 4;
  private static final int IDS_KEPT = 32;

  /** A prompt that the host does not hand on, so soon after a wake, is taken for that wake. */
  private static final Duration ECHO = Duration.ofSeconds(30);

  private final Core core;
  private final Jobs jobs;
  private final Alarm<Item> alarm = new Alarm<>();
  private final Causes causes = new Causes();
  private final Chatter chatter = new Chatter();
  private final Turns turns = new Turns();
  private final Set<MemberId> paused = new HashSet<>();
  private final Deque<String> wakes = new ArrayDeque<>();
  private Instant lastWake = Instant.MIN;
  private Instant served = Instant.MIN;
  private Waking waking;

  /** What can wake. */
  private sealed interface Item {
    record Message(Mail.Name name) implements Item {}

    record Job(TaskId task) implements Item {}
  }

  /** Knows of nothing yet that could wake; see {@link #begin}. */
  public Attention(Core core) {
    this.core = core;
    this.jobs = new Jobs(core);
    this.waking = core.role.profile().waking();
  }

  /** How the model can be woken, as others are told. */
  public Waking waking() {
    return waking;
  }

  /** The host can wake the model by other means from now on. */
  public void wakeable(Waking changed) {
    waking = changed;
  }

  /** What an earlier process left unread may wake as well, but not at once. */
  public void begin(Instant now) {
    jobs.ready();
    untold(now);
  }

  /** The model is told what waits, all of it or how much. */
  public void told() {
    alarm.told();
  }

  /** What the model was told did not reach it. */
  public void untold(Instant now) {
    core.mail.waiting().stream()
        .filter(letter -> urgency(letter) != Urgency.ANYTIME)
        .forEach(letter -> add(letter, Urgency.SOON, now, now));
    tasks().forEach(task -> alarm.add(new Item.Job(task), Urgency.SOON, now, now));
  }

  @Override
  public void folded(List<Step> steps, List<Letter> fresh, Instant now) {
    fresh.forEach(letter -> arrived(letter, now));
    boolean others =
        steps.stream()
            .flatMap(step -> step.command().stream())
            .anyMatch(command -> !command.origin().from().equals(core.self()));
    jobs.ready().stream()
        .filter(task -> others)
        .forEach(
            task -> {
              core.notices.add(new Notice.Ready(task));
              alarm.add(new Item.Job(task.id()), Urgency.NOW, now, now);
            });
  }

  private void arrived(Letter letter, Instant now) {
    Urgency urgency = urgency(letter);
    if (urgency == Urgency.ANYTIME) {
      return;
    }
    MemberId author = letter.from();
    Instant earliest = chatter.earliest(author, now);
    if (!earliest.isAfter(now)) {
      paused.remove(author);
    } else if (paused.add(author)) {
      core.notices.add(new Notice.Paused(core.replica().view().nameOf(author)));
    }
    add(letter, urgency, earliest, now);
  }

  private void add(Letter letter, Urgency urgency, Instant earliest, Instant now) {
    alarm.add(new Item.Message(Mail.name(letter)), urgency, earliest, now);
  }

  private Urgency urgency(Letter letter) {
    boolean repeated = Repeats.earlier(letter, core.replica().view().letters()).isPresent();
    if (repeated || hop(letter) > Causes.MOST_HOPS) {
      return Urgency.ANYTIME;
    }
    return answersMe(letter) ? Urgency.NOW : Urgency.of(letter.message());
  }

  /** Whether it answers what this member's model asked others. */
  private boolean answersMe(Letter letter) {
    return letter.message() instanceof Body.Text text
        && text.replyTo() > 0
        && core.replica().view().letters().stream()
            .filter(asked -> asked.number() == text.replyTo())
            .anyMatch(asked -> asked.from().equals(core.self()) && asks(asked.message()));
  }

  private static boolean asks(Body.Message message) {
    return Urgency.of(message) == Urgency.NOW
        || (message instanceof Body.Text text && text.type() == MessageType.REVIEW);
  }

  /** A message reached the model. */
  public void shown(Letter letter, Instant now) {
    causes.shown(letter.number(), hop(letter), asks(letter.message()), now);
  }

  private static int hop(Letter letter) {
    return letter.message() instanceof Body.Text text ? text.hop() : 0;
  }

  /** How many messages will have led to one that is written now. */
  public int hop(long replyTo, Instant now) {
    return causes.hop(replyTo, turns.attended(), now);
  }

  /** The model was given something to do: by a human, unless a wake of ours is all it is. */
  public void prompted(String prompt, Instant now) {
    boolean echo =
        prompt.isEmpty()
            ? lastWake.plus(ECHO).isAfter(now)
            : wakes.stream().anyMatch(prompt::contains);
    if (!echo) {
      causes.human();
      chatter.human();
      paused.clear();
    }
    turns.prompted(now);
  }

  /** The model has used tools, and goes on. */
  public void worked(Instant now) {
    turns.worked(now);
  }

  /** The model was about to stop, and was kept going. */
  public void continued(Instant now) {
    turns.continued(now);
  }

  /** The model has stopped. */
  public void stopped() {
    turns.stopped();
  }

  /** Whether the model should rather go on than stop. */
  public boolean calling(Instant now) {
    alarm.keep(this::waits);
    return turns.mayContinue() && alarm.calling(now);
  }

  /** Whether the model, before it stops, should wait for what others may say. */
  public boolean expectant() {
    return waking == Waking.HOOK
        && turns.mayContinue()
        && core.workspace()
            .roster()
            .seated()
            .anyMatch(member -> member.online() && !member.id().equals(core.self()));
  }

  /** Wakes if it is time. While a call is {@code served}, its result takes along what waits. */
  public void tick(boolean serving, Instant now) {
    core.notices.review();
    alarm.keep(this::waits);
    served = serving ? now : served;
    if (alarm.ring(held(), now)) {
      wake(now);
    }
  }

  private Instant held() {
    Instant after = served.equals(Instant.MIN) ? served : served.plus(Alarm.GATHER);
    return turns.workingUntil().filter(after::isBefore).orElse(after);
  }

  private boolean waits(Item item) {
    return switch (item) {
      case Item.Message(Mail.Name name) -> core.mail.waits(name);
      case Item.Job(TaskId task) -> tasks().anyMatch(task::equals);
    };
  }

  private Stream<TaskId> tasks() {
    return core.notices.waiting().stream()
        .filter(Notice.Ready.class::isInstance)
        .map(notice -> ((Notice.Ready) notice).task().id());
  }

  private void wake(Instant now) {
    byte[] random = new byte[ID_BYTES];
    core.ports.entropy().nextBytes(random);
    String id = HexFormat.of().formatHex(random);
    wakes.addLast(id);
    if (wakes.size() > IDS_KEPT) {
      wakes.removeFirst();
    }
    lastWake = now;
    core.effect(
        new SessionEffect.Wake(
            id, core.mail.waiting(), tasks().toList(), core.replica().view()::nameOf));
  }

  /** When {@link #tick} is due. */
  public Optional<Instant> due() {
    return alarm.due(held());
  }
}
