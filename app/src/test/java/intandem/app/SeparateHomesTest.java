package intandem.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.app.Desktop.Person;
import intandem.domain.id.InviteCode;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two users with a home each, as on two machines, and what lies between them. */
class SeparateHomesTest {
  private static final InviteCode SOME_CODE = InviteCode.random(new Random(7));
  private static final InviteCode OTHER_CODE = InviteCode.random(new Random(8));

  private final Desktop adas;
  private final Desktop bobs;
  private final int port;
  private final Person ada;
  private final Person bob;
  private final InviteCode code;

  SeparateHomesTest(@TempDir Path directory) throws InterruptedException {
    adas = new Desktop(directory.resolve("a"), "Ada");
    bobs = new Desktop(directory.resolve("b"), "Bob");
    ada = adas.session("a");
    bob = bobs.session("b");
    code = ada.creates("demo").invitation().code();
    port = HubPort.of(directory.resolve("a").resolve("home"));
  }

  @AfterEach
  void close() {
    bobs.close();
    adas.close();
  }

  @Test
  void messages_pass_both_ways() throws Exception {
    assertInstanceOf(Answer.Entered.class, bob.joins(code, port));
    ada.says("from Ada");
    bob.tells("Ada", "from Bob");
    assertEquals(List.of("Ada: from Ada"), bob.reads(1));
    assertEquals(List.of("Bob: from Bob"), ada.reads(1));
  }

  @Test
  void who_left_returns_without_a_code_to_where_the_hub_was() throws Exception {
    bob.joins(code, port);
    bob.asks(new Ask.Leave());
    ada.says("meanwhile");
    Answer back = bob.rejoins();
    assertInstanceOf(Answer.Entered.class, back);
    assertEquals(List.of("Ada: meanwhile"), bob.reads(1));
  }

  @Test
  void a_code_without_a_host_does_not_reach_the_other_home() throws Exception {
    assertEquals(new Answer.Refused(new Refusal.NoSuchCode()), bob.joins(code));
  }

  @Test
  void a_refused_guest_can_join_with_the_next_attempt() throws Exception {
    bob.joins(code.equals(SOME_CODE) ? OTHER_CODE : SOME_CODE, port);
    assertInstanceOf(Answer.Entered.class, bob.joins(code, port));
  }
}
