package intandem.domain.session.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Waking;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Duo;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private final Duo duo = new Duo(Waking.NONE);

  @Test
  void what_another_member_brought_back_without_its_words_is_not_called_sent() {
    EntryId id = new EntryId(Bytes.of(new byte[EntryId.SIZE]));
    Act adopt = new Act.Adopt(duo.bo.id(), id, new Act.Message());
    long index = duo.write(duo.ana, Duo.ALL, adopt, new Body.None());
    assertEquals(new Answer.Refused(new Refusal.Altered(index)), outcomes(duo.bo).of(index));
  }

  private static Outcomes outcomes(Duo.Side side) {
    Reading reading = new Reading(side.core, side.attention, new Briefings(side.core));
    return new Outcomes(side.core, reading);
  }

  private Answer.Progress progress() {
    return (Answer.Progress) outcomes(duo.ana).progress();
  }

  @Test
  void of_many_messages_the_last_are_listed_and_the_others_counted() {
    IntStream.rangeClosed(1, 24).forEach(i -> duo.writes(duo.ana, MessageType.CHAT, "no " + i));
    Answer.Progress progress = progress();
    assertEquals(4, progress.earlier());
    assertEquals("no 5", progress.sent().getFirst().letter().message().text());
    assertEquals(20, progress.sent().size());
  }

  @Test
  void what_is_not_in_the_log_is_listed_with_its_words() {
    Core core = duo.ana.core;
    Body hello = new Body.Text(MessageType.CHAT, "hello", 0, 0);
    Body bye = new Body.Text(MessageType.CHAT, "bye", 0, 0);
    Draft first = core.draft(new Act.Message(), hello, duo.now());
    core.outbox.add(first);
    core.outbox.add(core.draft(new Act.Message(), bye, duo.now()));
    core.outbox.addHousekeeping(core.draft(new Act.Leave(), new Body.None(), duo.now()));
    core.outbox.submitted(first.id(), 1, duo.now());
    assertEquals(
        List.of(new Answer.Waiting(Duo.ALL, hello, true), new Answer.Waiting(Duo.ALL, bye, false)),
        progress().waiting());
  }
}
