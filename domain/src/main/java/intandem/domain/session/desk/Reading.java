package intandem.domain.session.desk;

import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.port.SessionVault.Change;
import intandem.domain.port.SessionVault.Mark;
import intandem.domain.port.SessionVault.Shown;
import intandem.domain.port.SessionVault.Told;
import intandem.domain.protocol.TaskChange;
import intandem.domain.session.attention.Attention;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Mail;
import intandem.domain.session.core.People;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Delivered;
import intandem.domain.tandem.Answer.Letters;
import intandem.domain.tandem.Answer.Tracked;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Notice;
import intandem.domain.view.Happening;
import intandem.domain.view.Happening.What;
import intandem.domain.view.Letter;
import intandem.domain.workspace.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What a member reads: messages, each handed to its model once, and what happened. */
final class Reading {
  /** Characters of messages in one result of the inbox, unless a single message is longer. */
  static final int BUDGET = 30_000;

  private static final int TRACKED = 20;

  private final Core core;
  private final Attention attention;
  private final Briefings briefings;
  private final Tidings news;
  private final int sentBefore;
  private final int receivedBefore;
  private final Head opened;

  Reading(Core core, Attention attention, Briefings briefings) {
    this.core = core;
    this.attention = attention;
    this.briefings = briefings;
    this.news = new Tidings(core);
    this.sentBefore = sent().size();
    this.receivedBefore = core.mail.received();
    this.opened = core.replica().head();
  }

  /** Whether there is something to hand over. */
  boolean any() {
    return !core.mail.waiting().isEmpty()
        || core.notices.waiting().stream().anyMatch(notice -> !(notice instanceof Notice.Reading));
  }

  /**
   * Hands over unread messages, at least one if there is any, if something waits or the call's time
   * is over; says whether it did.
   */
  boolean settle(long call, boolean over) {
    boolean enough = over || any();
    if (enough) {
      take(call, some(core.mail.waiting(), Bulk::of, BUDGET), BUDGET);
    }
    return enough;
  }

  /** The log goes on otherwise after that index. */
  void cut(long index) {
    news.cut(index);
  }

  /** Hands over those unread messages that fit into a number of characters; always answers. */
  void take(long call, int budget) {
    take(call, within(core.mail.waiting(), Bulk::of, budget), budget);
  }

  private void take(long call, List<Letter> letters, int budget) {
    attention.told();
    hand(call, letters, core.mail.waiting().size() - letters.size(), budget);
  }

  /** Shows again what was written after that number. */
  void since(long call, long number) {
    List<Letter> all =
        core.replica().view().letters().stream().filter(l -> l.number() > number).toList();
    List<Letter> shown = some(all, Bulk::of, BUDGET);
    hand(call, shown, all.size() - shown.size(), BUDGET);
  }

  /** The first that fit, and at least one if there is any. */
  private static <T> List<T> some(List<T> all, ToIntFunction<T> bulk, int budget) {
    List<T> fit = within(all, bulk, budget);
    return fit.isEmpty() ? all.stream().limit(1).toList() : fit;
  }

  /** The first that fit, each counted as it stands in a result. */
  private static <T> List<T> within(List<T> all, ToIntFunction<T> bulk, int budget) {
    List<T> taken = new ArrayList<>();
    int size = 0;
    for (T one : all) {
      size += bulk.applyAsInt(one);
      if (size > budget) {
        break;
      }
      taken.add(one);
    }
    return taken;
  }

  /** Notices take what room the messages leave. */
  private void hand(long call, List<Letter> letters, int left, int budget) {
    List<Delivered> delivered = letters.stream().map(briefings::delivered).toList();
    List<Notice> all = core.notices.waiting();
    int room = budget - letters.stream().mapToInt(Bulk::of).sum();
    List<Notice> notices = some(all, Bulk::of, room);
    core.notices.take(notices);
    int more = left + all.size() - notices.size();
    Answer answer = new Letters(delivered, more, notices, news.take());
    List<Mark> marks = marks(letters);
    letters.forEach(core.mail::handOut);
    if (marks.isEmpty()) {
      core.effect(new SessionEffect.Reply(call, answer));
      return;
    }
    core.disk.write(
        List.copyOf(marks),
        () -> {
          marks.forEach(core.mail::mark);
          core.effect(new SessionEffect.Reply(call, answer));
        },
        problem -> {
          core.notStored(problem);
          core.effect(new SessionEffect.Reply(call, answer));
        });
  }

  private List<Mark> marks(List<Letter> letters) {
    Set<Letter> unread = new HashSet<>(core.mail.unread());
    return letters.stream()
        .filter(unread::contains)
        .filter(letter -> !core.mail.offered(letter))
        .map(letter -> new Mark(letter.from(), letter.id(), Shown.OFFERED))
        .toList();
  }

  /** The model has these: once that is on disk, others may know. */
  void shown(Answer.Letters answer, Runnable stored, Instant now) {
    List<Letter> letters = others(answer);
    core.mail.unread().stream()
        .filter(letter -> letters.stream().map(Mail::name).anyMatch(Mail.name(letter)::equals))
        .forEach(letter -> attention.shown(letter, now));
    List<Mark> marks = letters.stream().map(l -> new Mark(l.from(), l.id(), Shown.SEEN)).toList();
    List<Change> changes = Stream.concat(marks.stream(), told(answer.notices())).toList();
    if (changes.isEmpty()) {
      return;
    }
    core.disk.insist(
        changes,
        () -> {
          marks.forEach(core.mail::mark);
          stored.run();
        },
        core::notStored);
  }

  private static Stream<Change> told(List<Notice> notices) {
    return notices.stream()
        .filter(Notice.Failed.class::isInstance)
        .map(notice -> new Told(((Notice.Failed) notice).id()));
  }

  /** The model did not get these after all. */
  void notShown(Answer.Letters answer, Instant now) {
    others(answer).stream().map(Mail::name).forEach(core.mail::handBack);
    core.notices.handBack(answer.notices());
    news.handBack(answer.news());
    attention.untold(now);
  }

  private static List<Letter> others(Answer.Letters answer) {
    return answer.letters().stream().filter(one -> !one.mine()).map(Delivered::letter).toList();
  }

  Optional<Letter> letter(long number) {
    List<Letter> letters = core.replica().view().letters();
    for (int i = letters.size() - 1; i >= 0; i--) {
      if (letters.get(i).number() == number) {
        return Optional.of(letters.get(i));
      }
    }
    return Optional.empty();
  }

  /** The last messages of one's own, and how far each got. */
  List<Tracked> tracked() {
    List<Letter> mine = sent();
    return mine.subList(Math.max(0, mine.size() - TRACKED), mine.size()).stream()
        .map(
            letter ->
                new Tracked(
                    letter,
                    core.receipts.of(letter, core.workspace().roster(), core.replica().view())))
        .toList();
  }

  /** All messages of one's own in the log, oldest first. */
  List<Letter> sent() {
    return core.replica().view().letters().stream()
        .filter(letter -> letter.from().equals(core.self()))
        .toList();
  }

  Answer activity(Ask.Activity ask) {
    if (!ask.actor().isEmpty() && core.replica().view().find(ask.actor()).isEmpty()) {
      return new Answer.Refused(new People(core).noSuch(ask.actor()));
    }
    List<Happening> all =
        core.replica().view().happenings().stream()
            .filter(happening -> happening.place().index() > ask.since())
            .filter(happening -> ask.actor().isEmpty() || by(happening.actor(), ask.actor()))
            .toList();
    int earlier = Math.max(0, all.size() - ask.limit());
    return new Answer.Activity(
        List.copyOf(all.subList(earlier, all.size())), earlier, core.replica().view()::nameOf);
  }

  private boolean by(MemberId actor, String name) {
    return core.replica().view().find(name).filter(actor::equals).isPresent();
  }

  Answer.Summary summary(Duration duration) {
    List<String> peers =
        core.workspace()
            .roster()
            .seated()
            .map(Member::id)
            .filter(id -> !id.equals(core.self()))
            .map(core.replica().view()::nameOf)
            .toList();
    return new Answer.Summary(
        duration,
        peers,
        sent().size() - sentBefore,
        core.mail.received() - receivedBefore,
        made(new TaskChange.Claim()),
        made(new TaskChange.Finish()),
        core.outbox.size());
  }

  /** How often this member made that change since its session was opened. */
  private int made(TaskChange change) {
    return (int)
        core.replica().view().happenings().stream()
            .filter(happening -> happening.place().index() > opened.index())
            .filter(happening -> happening.actor().equals(core.self()))
            .filter(
                happening ->
                    happening.what() instanceof What.Moved moved && moved.change().equals(change))
            .count();
  }
}
