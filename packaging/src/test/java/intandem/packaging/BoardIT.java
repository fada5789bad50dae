package intandem.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.packaging.Client.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three processes of the bundle in one workspace, each with a pipe to it as its host has. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class BoardIT {
  private static final String TWO_IN_A_ROW =
      """
      {"tasks":[{"title":"bake"},{"title":"eat","depends_on":["#1"]}]}\
      """;

  private final List<Client> sessions = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  @BeforeAll
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void meet(@TempDir Path folder) throws Exception {
    var bundle = Bundle.unpack(Files.createDirectory(folder.resolve("some where")));
    var project = Files.createDirectory(folder.resolve("project"));
    for (var session : List.of("a", "b", "c")) {
      sessions.add(new Client(bundle, project, session));
    }
    var created = sessions.getFirst().call("intandem_create", "{\"name\":\"team\"}");
    var code = created.all("(?<=\\\\n)[A-Z2-9]{6}(?=\\\\n)").getFirst();
    names.add(nameIn(created));
    for (var guest : sessions.subList(1, 3)) {
      names.add(nameIn(guest.call("intandem_join", "{\"code\":\"%s\"}".formatted(code))));
    }
  }

  private static String nameIn(Result result) {
    return result.all("(?<=You are )[\\w-]+").getFirst();
  }

  @AfterAll
  void part() {
    sessions.reversed().forEach(Client::close);
  }

  private List<String> plans(int session) throws IOException {
    var planned = sessions.get(session).call("intandem_plan", TWO_IN_A_ROW);
    assertFalse(planned.isError(), planned.line());
    return planned.tasks();
  }

  /** All sessions have what is in the log by now, since their own messages come after it. */
  private void catchUp() throws IOException {
    for (var session : sessions) {
      session.call("intandem_send", "{\"type\":\"chat\",\"message\":\"here\"}");
    }
  }

  private static String task(String id) {
    return "{\"task_id\":\"%s\"}".formatted(id);
  }

  @Test
  void a_plan_that_goes_round_in_a_circle_is_refused_and_spelt_out() throws Exception {
    var refused =
        sessions
            .getFirst()
            .call(
                "intandem_plan",
                """
                {"tasks":[{"title":"bake","depends_on":["#2"]},\
                {"title":"eat","depends_on":["bake"]}]}\
                """);
    assertTrue(refused.isError(), refused.line());
    assertTrue(refused.says("#1 bake → #2 eat → #1 bake"), refused.line());
  }

  @Test
  void a_plan_answers_with_the_id_and_the_state_of_each_position() throws Exception {
    var planned = sessions.getFirst().call("intandem_plan", TWO_IN_A_ROW);
    var states = planned.all("#\\d → \\[T-[0-9a-f]{6}] [A-Z]+");
    assertEquals(2, states.size(), planned.line());
    assertTrue(states.get(0).startsWith("#1") && states.get(0).endsWith("OPEN"), planned.line());
    assertTrue(states.get(1).startsWith("#2") && states.get(1).endsWith("BLOCKED"), planned.line());
  }

  @Test
  void of_three_processes_that_claim_a_task_one_wins_and_the_others_hear_who() throws Exception {
    var wanted = plans(0).getFirst();
    catchUp();
    List<Integer> calls = new ArrayList<>();
    for (var session : sessions) {
      calls.add(session.start("intandem_claim_task", task(wanted)));
    }
    List<String> winners = new ArrayList<>();
    List<Result> losses = new ArrayList<>();
    for (var i = 0; i < sessions.size(); i++) {
      var result = sessions.get(i).answer(calls.get(i));
      if (result.isError()) {
        losses.add(result);
      } else {
        winners.add(names.get(i));
      }
    }
    assertEquals(1, winners.size(), losses::toString);
    var holder = winners.getFirst() + " holds it";
    assertTrue(losses.stream().allMatch(result -> result.says(holder)), losses::toString);
  }

  @Test
  void a_finished_task_answers_with_what_became_ready() throws Exception {
    var session = sessions.get(1);
    var tasks = plans(1);
    session.call("intandem_claim_task", task(tasks.getFirst()));
    var done =
        session.call(
            "intandem_update_task",
            "{\"task_id\":\"%s\",\"status\":\"done\"}".formatted(tasks.getFirst()));
    assertTrue(done.says("Ready now:\\n[" + tasks.get(1) + "] OPEN"), done.line());
  }

  @Test
  void each_tool_refuses_an_argument_that_it_does_not_have() throws Exception {
    var session = sessions.get(2);
    var tools = session.ask("tools/list", "{}").all("(?<=\"name\":\")intandem_\\w+");
    assertEquals(20, tools.size(), tools::toString);
    List<String> wrong = new ArrayList<>();
    for (var tool : tools) {
      var result = session.call(tool, "{\"nonsense\":true}");
      if (!result.isError() || !result.says("nonsense\\\" is no argument here")) {
        wrong.add(result.line());
      }
    }
    assertEquals(List.of(), wrong);
    assertStillThere(session);
  }

  private static void assertStillThere(Client session) throws IOException {
    assertFalse(session.call("intandem_peers", "{}").isError());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          intandem_create       | {"name":7}                            | name is the number 7
          intandem_create       | {"max_peers":6}                       | max_peers is the number 6
          intandem_join         | {}                                    | code is missing
          intandem_join         | {"code":["VPA6KW"]}                   | code is a list
          intandem_rejoin       | {"workspace":{}}                      | workspace is an object
          intandem_leave        | {"now":true}                          | is no argument here
          intandem_invite       | {}                                    | action is missing
          intandem_invite       | {"action":"sing"}                     | action is the text
          intandem_peers        | {"all":1}                             | is no argument here
          intandem_send         | {}                                    | message is missing
          intandem_send         | {"type":"chat","message":1}           | message is the number 1
          intandem_inbox        | {"wait_seconds":"5"}                  | wait_seconds is the text
          intandem_inbox        | {"receipts":"yes"}                    | receipts is the text
          """)
  void tools_of_members_refuse_wrong_and_missing_arguments(
      String tool, String arguments, String why) throws Exception {
    assertRefused(tool, arguments, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          intandem_board        | {"status":"lost"}                     | status is the text
          intandem_add_task     | {}                                    | title is missing
          intandem_add_task     | {"title":"x","depends_on":"T-a1b2c3"} | depends_on is the text
          intandem_plan         | {}                                    | tasks is missing
          intandem_plan         | {"tasks":[{}]}                        | tasks #1: title is missing
          intandem_plan         | {"tasks":["x"]}                       | tasks #1 is the text
          intandem_claim_task   | {}                                    | task_id is missing
          intandem_claim_task   | {"task_id":6}                         | task_id is the number 6
          intandem_unclaim_task | {}                                    | task_id is missing
          intandem_update_task  | {}                                    | task_id is missing
          intandem_update_task  | {"task_id":"T-a1b2c3","status":1}     | status is the number 1
          intandem_share        | {}                                    | either file or snippet
          intandem_share        | {"file":"a","start_line":0}           | start_line is the number 0
          intandem_finding      | {}                                    | severity is missing
          intandem_finding      | {"service":1}                         | service is the number 1
          intandem_findings     | {"severity":"bad"}                    | severity is the text
          intandem_set_var      | {"key":"a"}                           | value is missing
          intandem_set_var      | {"key":"a","value":1}                 | value is the number 1
          intandem_get_var      | {}                                    | key is missing
          intandem_activity_log | {"limit":0}                           | limit is the number 0
          """)
  void tools_of_the_board_refuse_wrong_and_missing_arguments(
      String tool, String arguments, String why) throws Exception {
    assertRefused(tool, arguments, why);
  }

  private void assertRefused(String tool, String arguments, String why) throws Exception {
    var session = sessions.get(2);
    var result = session.call(tool, arguments);
    assertTrue(result.isError() && result.says(why), result.line());
    assertStillThere(session);
  }

  @Test
  void the_boards_resources_are_listed_and_can_be_read() throws Exception {
    var session = sessions.getFirst();
    var listed = session.ask("resources/list", "{}").all("intandem://\\w+");
    assertEquals(
        List.of("intandem://activity", "intandem://board", "intandem://findings"),
        listed.stream().distinct().sorted().toList());
    var read = session.ask("resources/read", "{\"uri\":\"intandem://activity\"}");
    assertTrue(read.says("founded the workspace"), read.line());
  }

  @Test
  void the_slash_commands_are_listed_and_can_be_had() throws Exception {
    var session = sessions.getFirst();
    var listed = session.ask("prompts/list", "{}").line();
    for (var name : List.of("create", "join", "status", "handoff")) {
      assertTrue(listed.contains("\"name\":\"%s\"".formatted(name)), listed);
    }
    var status = session.ask("prompts/get", "{\"name\":\"status\"}");
    assertTrue(status.says("intandem_peers, intandem_board and intandem_inbox"), status.line());
  }
}
