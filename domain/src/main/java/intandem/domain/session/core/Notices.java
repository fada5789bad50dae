package intandem.domain.session.core;

import intandem.domain.reach.Reach;
import intandem.domain.tandem.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * What this session's human should know, from when it happens until a result takes it along: of two
 * notices about the same the newer one, and none that does not hold any more.
 */
public final class Notices {
  private final Predicate<Notice> holds;
  private final SequencedMap<Object, Notice> waiting = new LinkedHashMap<>();

  Notices(Predicate<Notice> holds) {
    this.holds = holds;
  }

  /** Tells of something, and no more of what it was before. */
  public void add(Notice notice) {
    Optional<Notice> older = Optional.ofNullable(waiting.remove(subject(notice)));
    waiting.put(subject(notice), older.map(one -> joined(one, notice)).orElse(notice));
  }

  private static Notice joined(Notice older, Notice newer) {
    return older instanceof Notice.ReadLate before && newer instanceof Notice.ReadLate after
        ? before.and(after)
        : newer;
  }

  /** What a notice is about. */
  private static Object subject(Notice notice) {
    return switch (notice) {
      case Notice.Failed failed -> failed.id();
      case Notice.Ended ended -> ended.id();
      case Notice.Ready ready -> ready.task().id();
      case Notice.Reachable _, Notice.Leads _, Notice.StandsBy _ -> Reach.class;
      case Notice.Silent silent -> of(silent, silent.member());
      case Notice.Late late -> of(late, late.from());
      case Notice.Paused paused -> of(paused, paused.peer());
      case Notice.ReadLate late -> of(late, late.reader());
      case Notice.LeftUnread left -> of(left, left.reader());
      case Notice.WrongCode _, Notice.CodeBurnt _, Notice.HubCheated _ -> notice.getClass();
      case Notice.NotStored _, Notice.Unreadable _, Notice.ClockApart _ -> notice.getClass();
      case Notice.Split _, Notice.Unknown _ -> notice.getClass();
    };
  }

  private static Object of(Notice notice, String member) {
    return List.of(notice.getClass(), member);
  }

  /** These were taken, but not told: they go before the others. */
  public void handBack(List<Notice> taken) {
    List<Notice> newer = List.copyOf(waiting.values());
    waiting.clear();
    taken.forEach(this::add);
    newer.forEach(this::add);
  }

  /** It is not to be told any more. */
  public void remove(Notice notice) {
    waiting.remove(subject(notice), notice);
  }

  /** Those not told yet that still hold, oldest first. */
  public List<Notice> waiting() {
    return waiting.values().stream().filter(holds).toList();
  }

  /** Forgets for good what does not hold any more. */
  public void review() {
    waiting.values().removeIf(holds.negate());
  }

  /** From here on these count as told. */
  public void take(List<Notice> told) {
    told.forEach(this::remove);
  }
}
