package intandem.domain.session.drafting;

import intandem.domain.admission.Limits;
import intandem.domain.attention.Causes;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.session.attention.Attention;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.People;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.time.Instant;
import java.util.Optional;

/** Writes messages: words and lines of code, for all or for one. */
final class Sending {
  private final Core core;
  private final Attention attention;
  private final People people;

  Sending(Core core, Attention attention) {
    this.core = core;
    this.attention = attention;
    this.people = new People(core);
  }

  Written write(Ask.Send ask, Instant now) {
    int hop = attention.hop(ask.replyTo(), now);
    Body.Text text = new Body.Text(ask.type(), ask.text(), ask.replyTo(), hop);
    return textFault(text)
        .<Written>map(Written.Refused::new)
        .orElseGet(() -> addressed(text, ask.to()));
  }

  Written write(Ask.Show ask) {
    return sizeFault(ask.code())
        .<Written>map(Written.Refused::new)
        .orElseGet(() -> addressed(ask.code(), ask.to()));
  }

  private Written addressed(Body.Message message, Ask.To to) {
    return switch (to) {
      case Ask.To.Everyone all ->
          new Written.Command(new Recipient.All(), new Act.Message(), message);
      case Ask.To.Named(String name) -> {
        Optional<MemberId> member = people.find(name);
        if (member.isEmpty()) {
          yield new Written.Refused(people.noSuch(name));
        }
        yield member.get().equals(core.self())
            ? new Written.Refused(new Refusal.ToSelf())
            : new Written.Command(new Recipient.One(member.get()), new Act.Message(), message);
      }
    };
  }

  private Optional<Refusal> textFault(Body.Text text) {
    if (text.text().isBlank()) {
      return Optional.of(new Refusal.Empty("message"));
    }
    boolean answersNothing =
        text.replyTo() != 0
            && core.replica().view().letters().stream()
                .noneMatch(l -> l.number() == text.replyTo());
    if (answersNothing) {
      return Optional.of(new Refusal.UnknownMessage(text.replyTo()));
    }
    return text.hop() > Causes.MOST_HOPS
        ? Optional.of(new Refusal.TooManyHops(text.hop(), Causes.MOST_HOPS))
        : sizeFault(text);
  }

  private static Optional<Refusal> sizeFault(Body.Message message) {
    int size =
        switch (message) {
          case Body.Text text -> Limits.bytes(text.text());
          case Body.Code code ->
              Limits.bytes(code.path() + code.language() + code.note() + code.text());
        };
    return size > Limits.MESSAGE_BYTES
        ? Optional.of(new Refusal.TooLong(size, Limits.MESSAGE_BYTES))
        : Optional.empty();
  }
}
