package intandem.domain.session.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Waking;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Duo;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Refusal;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private final Duo duo = new Duo(Waking.NONE);

  @Test
  void what_another_member_brought_back_without_its_words_is_not_called_sent() {
    EntryId id = new EntryId(Bytes.of(new byte[EntryId.SIZE]));
    Act adopt = new Act.Adopt(duo.bo.id(), id, new Act.Message());
    long index = duo.write(duo.ana, Duo.ALL, adopt, new Body.None());
    Core core = duo.bo.core;
    Reading reading = new Reading(core, duo.bo.attention, new Briefings(core));
    assertEquals(
        new Answer.Refused(new Refusal.Altered(index)), new Outcomes(core, reading).of(index));
  }
}
