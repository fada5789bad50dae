package intandem.domain.session.desk;

import intandem.domain.id.MemberId;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Listener;
import intandem.domain.session.core.Receipts;
import intandem.domain.tandem.Notice;
import intandem.domain.view.Letter;
import intandem.domain.workspace.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the author when a message that was long unread is read, or its reader left without. */
public final class LateReaders implements Listener {
  /** How long, in log time, a message is unread until its being read is news. */
  static final Duration LONG = Duration.ofMinutes(5);

  private final Core core;
  private Map<MemberId, Known> known = Map.of();

  private record Known(long seen, boolean seated) {}

  /** Compares with how it stands now. */
  public LateReaders(Core core) {
    this.core = core;
    this.known = look();
  }

  /** How it stands; with those who are ahead of this log, as it did before. */
  private Map<MemberId, Known> look() {
    Map<MemberId, Known> found = new HashMap<>(known);
    core.replica().workspace().stream()
        .flatMap(workspace -> workspace.roster().members().stream())
        .filter(member -> !member.id().equals(core.self()))
        .forEach(member -> known(member).ifPresent(here -> found.put(member.id(), here)));
    return found;
  }

  private Optional<Known> known(Member member) {
    return core.receipts.seen(member.id()).map(seen -> new Known(seen, member.seated()));
  }

  @Override
  public void changed(Instant now) {
    Map<MemberId, Known> before = known;
    known = look();
    if (!known.equals(before)) {
      before.forEach((member, then) -> compare(member, then, core.time.at(now)));
    }
  }

  private void compare(MemberId reader, Known then, Instant now) {
    Known here = known.getOrDefault(reader, then);
    List<Letter> late =
        written(reader, then.seen()).stream()
            .filter(letter -> letter.number() <= here.seen())
            .filter(letter -> !letter.place().at().plus(LONG).isAfter(now))
            .toList();
    if (!late.isEmpty()) {
      Duration unread = Duration.between(late.getFirst().place().at(), now);
      core.notices.add(
          new Notice.ReadLate(name(reader), late.size(), late.getFirst().number(), unread));
    }
    List<Letter> never = written(reader, here.seen());
    if (then.seated() && !here.seated() && !never.isEmpty()) {
      core.notices.add(
          new Notice.LeftUnread(name(reader), never.size(), never.getFirst().number()));
    }
  }

  /** This member's own messages to that reader after that number, oldest first. */
  private List<Letter> written(MemberId reader, long after) {
    return core.replica().view().letters().reversed().stream()
        .takeWhile(letter -> letter.number() > after)
        .filter(letter -> letter.from().equals(core.self()))
        .filter(letter -> core.replica().view().joinedBefore(reader, letter.number()))
        .filter(letter -> Receipts.isFor(letter, reader))
        .toList()
        .reversed();
  }

  private String name(MemberId member) {
    return core.replica().view().nameOf(member);
  }
}
