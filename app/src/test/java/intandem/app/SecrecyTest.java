package intandem.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.domain.id.Bytes;
import intandem.domain.id.InviteCode;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Body.Finding;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Severity;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.view.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hostile tunnel records and what lies in the databases, searched for what was said. */
class SecrecyTest {
  private static final List<String> CANARIES =
      List.of(
          "CanaryAda",
          "CanaryBob",
          "canary-workspace",
          "canary broadcast",
          "canary directed",
          "canary title",
          "canary description",
          "canary renamed",
          "canary result",
          "canary-variable",
          "canary value",
          "canary service",
          "canary summary",
          "canary category",
          "canary pattern",
          "canary recommendation",
          "CanaryFile.java",
          "canary code",
          "canary note",
          "canary snippet",
          "canary later");

  @TempDir private Path directory = Path.of("");

  @Test
  void neither_the_wire_nor_a_database_holds_texts_or_names() throws Exception {
    Files.writeString(Files.createDirectory(directory.resolve("a")).resolve(file()), "canary code");
    try (Desktop ada = new Desktop(directory.resolve("a"), "CanaryAda");
        Desktop bob = new Desktop(directory.resolve("b"), "CanaryBob")) {
      Person owner = ada.session("a");
      InviteCode code = owner.creates("canary-workspace").invitation().code();
      int port = HubPort.of(directory.resolve("a").resolve("home"));
      try (RecordingProxy proxy = new RecordingProxy(port)) {
        Person guest = bob.session("b");
        assertInstanceOf(Answer.Entered.class, guest.joins(code, proxy.port()));
        talk(owner, guest);
        work(owner);
        owner.says("canary broadcast");
        assertEquals(List.of("CanaryAda: canary broadcast"), guest.reads(1));
        assertEquals(known(owner), known(guest));
        goOn(owner, guest);
        Haystack all = Haystack.of(proxy.seen()).and(Haystack.databases(directory));
        assertTrue(proxy.seen().length > 10_000, "the conversation went through the proxy");
        assertEquals(List.of(), all.found(CANARIES));
        assertEquals(List.of(), all.found(List.of(code.reveal())));
      }
    }
  }

  private static String file() {
    return "CanaryFile.java";
  }

  private static void talk(Person owner, Person guest) throws InterruptedException {
    owner.says("canary broadcast");
    guest.tells("CanaryAda", "canary directed");
    Ask.To bob = new Ask.To.Named("CanaryBob");
    Ask share = Moves.share("share", file(), "canary note", bob);
    assertInstanceOf(Answer.Shown.class, owner.asks(share));
    assertInstanceOf(Answer.Shown.class, owner.asks(Moves.show("show", "canary snippet")));
    assertEquals(
        List.of(
            "CanaryAda: canary broadcast", "CanaryAda: canary code", "CanaryAda: canary snippet"),
        guest.reads(3));
    assertEquals(List.of("CanaryBob: canary directed"), owner.reads(1));
  }

  private static void work(Person owner) throws InterruptedException {
    TaskText text = new TaskText("canary title", "canary description", Priority.HIGH);
    Ask.Planned planned = new Ask.Planned(text, new Ask.To.Everyone(), List.of());
    Answer added = owner.asks(Moves.plan("plan", planned));
    TaskId task = assertInstanceOf(Answer.Planned.class, added).tasks().getFirst().id();
    owner.asks(Moves.claim("claim", task));
    owner.asks(Moves.edit("edit", task, new News.Title("canary renamed")));
    owner.asks(Moves.set("done", task, Status.DONE, new News.Result("canary result")));
    owner.asks(Moves.assign("set", "canary-variable", "canary value"));
    Finding finding =
        new Finding(
            "canary service",
            Severity.LOW,
            "canary summary",
            "canary category",
            1,
            List.of("canary pattern"),
            "canary recommendation",
            "");
    assertInstanceOf(
        Answer.Reported.class, owner.asks(new Ask.Report(Bytes.utf8("report"), finding)));
  }

  /** What a member knows besides messages: proof that the texts reached it. */
  private static List<Object> known(Person person) throws InterruptedException {
    Answer variables = person.asks(new Ask.Variables("canary-variable"));
    return List.of(
        Team.board(person).getFirst().text(),
        assertInstanceOf(Answer.Variables.class, variables).values());
  }

  /** Of a workspace that goes on without its founder, the guest's disk holds what a hub's does. */
  private static void goOn(Person owner, Person guest) throws InterruptedException {
    owner.workspaces.close();
    Team.await(guest, Answer.Connection.HOSTING);
    Ask plan = Moves.plan("later", Moves.task("canary later"));
    assertInstanceOf(Answer.Planned.class, guest.asks(plan));
  }
}
