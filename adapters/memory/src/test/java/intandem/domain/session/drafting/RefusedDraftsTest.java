package intandem.domain.session.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.domain.admission.Limits;
import intandem.domain.id.Bytes;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Waking;
import intandem.domain.session.core.Duo;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.To;
import intandem.domain.tandem.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why what is asked for becomes no command. */
class RefusedDraftsTest {
  private static final Bytes CALL = Bytes.utf8("call");

  private final Duo duo = new Duo(Waking.NONE);

  private Prepared ask(Ask.Command ask) {
    return new Drafting(duo.ana.core, duo.ana.attention).prepare(ask, duo.now());
  }

  private Prepared send(String text, To to) {
    return ask(new Ask.Send(CALL, MessageType.CHAT, text, to, 0));
  }

  @Test
  void a_message_to_one_who_left_says_that_it_left() {
    duo.write(duo.bo, Duo.ALL, new Act.Leave(), new Body.None());
    Refusal left = new Refusal.PeerLeft("Bo", List.of());
    assertEquals(new Prepared.Refused(left), send("hello", new To.Named("bo")));
  }

  @Test
  void a_position_beyond_the_plan_is_named_as_one() {
    TaskText text = new TaskText("Build", "", Priority.LOW);
    Ask.Planned task = new Ask.Planned(text, new To.Everyone(), List.of("#9"));
    Refusal beyond = new Refusal.NoPosition(9, 1);
    assertEquals(new Prepared.Refused(beyond), ask(new Ask.Plan(CALL, List.of(task))));
  }

  @Test
  void a_text_of_as_many_bytes_as_are_allowed_is_taken() {
    String text = "a".repeat(Limits.MESSAGE_BYTES);
    assertInstanceOf(Prepared.Lasting.class, send(text, new To.Everyone()));
  }

  @Test
  void one_byte_more_is_refused_and_a_line_break_has_two() {
    String text = "a".repeat(Limits.MESSAGE_BYTES - 1) + '\n';
    Refusal more = new Refusal.TooLong(Limits.MESSAGE_BYTES + 1, Limits.MESSAGE_BYTES);
    assertEquals(new Prepared.Refused(more), send(text, new To.Everyone()));
  }
}
