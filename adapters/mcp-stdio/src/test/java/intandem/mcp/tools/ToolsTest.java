package intandem.mcp.tools;

import static intandem.mcp.tools.ToolCalls.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Happening;
import intandem.domain.view.Happening.What;
import intandem.mcp.FakeTandem;
import intandem.mcp.Mails;
import intandem.mcp.TestHost;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ToolsTest {

  private static final Answer REFUSED = new Answer.Refused(new Refusal.NotIn());

  @Test
  void calls_without_an_id_of_the_host_are_two() {
    var tandem = FakeTandem.answering(REFUSED, REFUSED);
    var send = Tools.of(tandem, FakeTandem.setting()).get(6);
    for (var i = 0; i < 2; i++) {
      Invocation.invoke(send, Map.of("type", "chat", "message", "x"), new Call.Anonymous());
    }
    var first = (Ask.Send) tandem.asked.get(0);
    assertEquals(16, first.call().size());
    assertNotEquals(first.call(), ((Ask.Send) tandem.asked.get(1)).call());
  }

  @Test
  void a_refusal_too_ends_with_what_is_unread() {
    var tandem = FakeTandem.answering(REFUSED).unread(Mails.letters(Mails.fromBob(3, "Hi")));
    var result = call(tandem, "intandem_peers", Map.of());
    assertTrue(result.isError());
    assertTrue(result.text().contains("Unread now:\n1 message:\n#3 "), result.text());
  }

  @Test
  void a_lost_result_gives_its_messages_back() {
    var tandem = FakeTandem.answering(Mails.letters(Mails.fromBob(3, "Hi")));
    call(tandem, "intandem_inbox", Map.of()).afterLoss().run();
    assertEquals(1, tandem.notShown.remove().letters().size());
    assertTrue(tandem.shown.isEmpty());
  }

  @Test
  void a_lost_result_that_tells_of_others_doings_alone_gives_them_back() {
    var joined = new Happening(Mails.place(3), Mails.ADA, new What.Admitted(Mails.BOB));
    var news = new Answer.News(List.of(joined), 2, 0, _ -> "Bob");
    var unread = new Answer.Letters(List.of(), 0, List.of(), news);
    var tandem = FakeTandem.answering(REFUSED).unread(unread);
    call(tandem, "intandem_peers", Map.of()).afterLoss().run();
    assertEquals(news, tandem.notShown.remove().news());
  }

  @Test
  void a_flushed_result_marks_its_messages_as_shown() throws InterruptedException {
    var tandem = FakeTandem.answering(Mails.letters(Mails.fromBob(3, "Hi")));
    try (var host =
        TestHost.start(Tools.of(tandem, FakeTandem.setting()).toArray(Tool[]::new)).initialize()) {
      host.call(1, "intandem_inbox", Map.of());
      assertFalse(host.answerTo(1).path("result").path("isError").asBoolean());
      var shown = tandem.shown.poll(20, TimeUnit.SECONDS);
      assertEquals(Mails.BOB, shown.letters().getFirst().letter().from());
    }
  }
}
