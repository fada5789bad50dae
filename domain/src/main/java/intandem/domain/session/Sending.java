package intandem.domain.session;

import intandem.domain.admission.Limits;
import intandem.domain.admission.SlidingWindow;
import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.session.Answer.Refusal;
import intandem.domain.workspace.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns what is asked to be sent into a command, or says why not. */
final class Sending {
  private final Core core;
  private final SlidingWindow rate;

  Sending(Core core) {
    this.core = core;
    this.rate =
        new SlidingWindow(core.ports.limits().submissionsPerMinute(), Duration.ofMinutes(1));
  }

  /** What comes of a message that is asked to be sent. */
  sealed interface Prepared {
    /** Asked before: its outcome is known or under way. */
    record Known(EntryId id) implements Prepared {}

    /** New: to be queued. */
    record Fresh(Draft draft) implements Prepared {}

    /** Not to be sent. */
    record Refused(Refusal refusal) implements Prepared {}
  }

  Prepared prepare(Ask.Send ask, Instant now) {
    EntryId id = core.id(ask.call());
    boolean known = core.workspace().ledger().find(core.self(), id).isPresent();
    if (known || core.outbox.holds(id)) {
      return new Prepared.Known(id);
    }
    Body.Text text = new Body.Text(ask.type(), ask.text(), ask.replyTo(), 0);
    Optional<Refusal> fault = textFault(text).or(() -> recipientFault(ask.to()));
    if (fault.isPresent()) {
      return new Prepared.Refused(fault.get());
    }
    Duration wait = rate.tryAcquire(now);
    if (!wait.isZero()) {
      return new Prepared.Refused(
          new Refusal.TooFast(wait, core.ports.limits().submissionsPerMinute()));
    }
    Recipient to =
        switch (ask.to()) {
          case Ask.To.Everyone all -> new Recipient.All();
          case Ask.To.Named(String name) -> new Recipient.One(find(name).orElseThrow());
        };
    return new Prepared.Fresh(new Draft(id, to, new Act.Message(), text, now));
  }

  private Optional<Refusal> textFault(Body.Text text) {
    if (text.text().isBlank()) {
      return Optional.of(new Refusal.Empty());
    }
    int size = core.ports.codec().encode(text).size();
    if (size > Limits.MESSAGE_BYTES) {
      return Optional.of(new Refusal.TooLong(size, Limits.MESSAGE_BYTES));
    }
    boolean answersNothing =
        text.replyTo() != 0
            && core.replica.view().letters().stream().noneMatch(l -> l.number() == text.replyTo());
    return answersNothing
        ? Optional.of(new Refusal.UnknownMessage(text.replyTo()))
        : Optional.empty();
  }

  private Optional<Refusal> recipientFault(Ask.To to) {
    if (!(to instanceof Ask.To.Named(String name))) {
      return Optional.empty();
    }
    Optional<MemberId> member = find(name);
    if (member.isEmpty()) {
      return Optional.of(new Refusal.UnknownPeer(name, names()));
    }
    return member.filter(core.self()::equals).map(self -> new Refusal.ToSelf());
  }

  private Optional<MemberId> find(String name) {
    return core.replica
        .view()
        .find(name)
        .filter(id -> core.workspace().roster().find(id).filter(Member::seated).isPresent());
  }

  private List<String> names() {
    return core.workspace()
        .roster()
        .seated()
        .filter(member -> !member.id().equals(core.self()))
        .map(member -> core.replica.view().nameOf(member.id()))
        .toList();
  }
}
