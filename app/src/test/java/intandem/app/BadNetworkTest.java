package intandem.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.contract.FaultyProxy;
import intandem.domain.id.InviteCode;
import intandem.domain.tandem.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bob reaches the hub of Ada and Carol over a network that fails him. */
class BadNetworkTest {
  private final Desktop here;
  private final Desktop there;
  private final Person ada;
  private final Person bob;
  private final Person carol;
  private final FaultyProxy network;

  BadNetworkTest(@TempDir Path directory) throws Exception {
    Path far = Files.createDirectory(directory.resolve("there"));
    this.here = new Desktop(directory, "Ada");
    this.there = new Desktop(far, "Bob");
    this.ada = here.session("a");
    this.carol = here.session("c");
    this.bob = there.session("b");
    InviteCode code = ada.creates("demo").invitation().code();
    this.network = new FaultyProxy(HubPort.of(directory.resolve("home")));
    assertInstanceOf(Answer.Entered.class, bob.joins(code, network.port()));
    assertInstanceOf(Answer.Entered.class, carol.joins(code));
  }

  @AfterEach
  void close() {
    there.close();
    here.close();
    network.close();
  }

  /** Sends, and takes what was queued for sent too: it goes out by itself. */
  private static void says(Person person, String text) throws InterruptedException {
    Answer answer = person.says(text);
    assertTrue(!(answer instanceof Answer.Refused), answer::toString);
  }

  private static List<String> numbered(String name) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(name + ": " + i);
    }
    return all;
  }

  @Test
  void cuts_between_messages_lose_and_double_nothing() throws Exception {
    for (int i = 0; i < 8; i++) {
      says(bob, "" + i);
      network.cut();
    }
    assertEquals(numbered("Bob"), ada.reads(8));
  }

  @Test
  void cuts_in_the_middle_of_frames_lose_and_double_nothing() throws Exception {
    for (int i = 0; i < 8; i++) {
      network.cutAfter(150 * i);
      says(bob, "" + i);
    }
    assertEquals(numbered("Bob"), ada.reads(8));
  }

  @Test
  void pieces_that_come_twice_lose_and_double_nothing() throws Exception {
    for (int i = 0; i < 8; i++) {
      network.duplicate(2);
      says(bob, "" + i);
    }
    assertEquals(numbered("Bob"), ada.reads(8));
  }

  @Test
  void one_who_hears_nothing_keeps_nobody_waiting() throws Exception {
    network.freeze();
    assertTimeout(Duration.ofSeconds(8), () -> says(bob, "hello?"));
    for (int i = 0; i < 8; i++) {
      says(ada, "" + i);
    }
    assertEquals(numbered("Ada"), carol.reads(8));
    network.thaw();
    assertTrue(bob.reads(8).containsAll(numbered("Ada")));
    assertTrue(carol.reads(1).contains("Bob: hello?"));
  }
}
