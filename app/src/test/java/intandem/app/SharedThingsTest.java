package intandem.app;

import static intandem.app.Desktop.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.app.Desktop.Person;
import intandem.domain.id.Bytes;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Priority;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Status;
import intandem.domain.view.Values.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables, files and secrets of sessions on the real adapters. */
class SharedThingsTest {
  private static final String TOKEN_CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  @TempDir private Path directory = Path.of("");

  @Test
  void of_five_who_set_the_same_version_one_wins_and_the_others_hear_its_value() throws Exception {
    try (Team team = new Team(directory, 5)) {
      Person ada = team.get(0);
      ada.asks(Moves.assign("v", "port", "80"));
      team.settle();
      List<Answer> answers = team.race(Moves.assign("w", "port", "8080", 1));
      List<Value> values =
          assertInstanceOf(Answer.Variables.class, ada.asks(new Ask.Variables("port"))).values();
      List<List<Value>> won = new ArrayList<>();
      List<List<Value>> lost = new ArrayList<>();
      for (Answer answer : answers) {
        if (answer instanceof Answer.Assigned(Value value, boolean safe)) {
          won.add(List.of(value));
        } else if (answer instanceof Answer.Refused(Refusal.OtherVersion other)) {
          lost.add(other.now());
        }
      }
      assertEquals(List.of(values), won);
      assertEquals(List.of(values, values, values, values), lost);
    }
  }

  @Test
  void a_file_that_is_shared_with_one_peer_reaches_that_peer_only() throws Exception {
    Files.writeString(directory.resolve("Cart.java"), "class Cart {}\n");
    try (Team team = new Team(directory, 3)) {
      Ask.To bob = new Ask.To.Named("Ada-2");
      assertInstanceOf(
          Answer.Shown.class, team.get(0).asks(Moves.share("s", "Cart.java", "", bob)));
      team.get(0).says("for all");
      assertEquals(List.of("Ada: class Cart {}", "Ada: for all"), team.get(1).reads(2));
      assertEquals(List.of("Ada: for all"), team.get(2).reads(1));
    }
  }

  @Test
  void what_looks_like_a_secret_is_refused_and_stored_nowhere() throws Exception {
    String secret = token();
    Files.writeString(directory.resolve("Deploy.java"), "String key = \"" + secret + "\";\n");
    try (Team team = new Team(directory, 2)) {
      Person bob = team.get(1);
      Answer added = bob.asks(Moves.plan("p", Moves.task("deploy")));
      TaskId task = assertInstanceOf(Answer.Planned.class, added).tasks().getFirst().id();
      bob.asks(Moves.claim("c", task));
      team.settle();
      long head = Team.head(bob);
      List<String> refused = new ArrayList<>();
      for (Ask ask : leaks(secret, task)) {
        refused.add(part(bob.asks(ask)));
      }
      assertEquals(
          "message, snippet, title, description, result, title, key, value, service, summary,"
              + " recommendation, SECRET_TEXT",
          String.join(", ", refused));
      assertEquals(head, Team.head(bob));
      assertEquals(List.of(), Haystack.databases(directory).found(List.of(secret)));
    }
  }

  /** Of the form of a token that a well-known service gives out, and valid nowhere. */
  private static String token() {
    return new Random(11)
        .ints(36, 0, TOKEN_CHARACTERS.length())
        .mapToObj(i -> TOKEN_CHARACTERS.substring(i, i + 1))
        .collect(Collectors.joining("", "gh" + "p_", ""));
  }

  private static List<Ask> leaks(String secret, TaskId task) {
    Ask.To all = new Ask.To.Everyone();
    TaskText text = new TaskText("deploy", "with " + secret, Priority.LOW);
    return List.of(
        new Ask.Send(Bytes.utf8("1"), MessageType.CHAT, "the key is " + secret, all, 0),
        Moves.show("2", "first line\n" + secret),
        Moves.plan("3", Moves.task("deploy with " + secret)),
        Moves.plan("4", new Ask.Planned(text, all, List.of())),
        Moves.set("5", task, Status.DONE, new News.Result("used " + secret)),
        Moves.edit("6", task, new News.Title(secret)),
        Moves.assign("7", secret, "1"),
        Moves.assign("8", "key", secret),
        Moves.report("9", secret, "leaks", ""),
        Moves.report("10", "shop", "leaks " + secret, ""),
        Moves.report("11", "shop", "leaks", "revoke " + secret),
        Moves.share("12", "Deploy.java", "", all));
  }

  /** What of the ask was found to hold a secret. */
  private static String part(Answer answer) {
    return switch (refusal(answer)) {
      case Refusal.SecretLooking(String part, String rule, int line) -> part;
      case Refusal.NotShared(var reason, String detail) -> reason.name();
      case Refusal other -> other.toString();
    };
  }
}
