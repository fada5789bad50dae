package intandem.home;

import static intandem.home.Homes.allow;
import static intandem.home.Homes.membership;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.home.Hosting.Guest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SessionRecordsTest {
  private static final Instant STARTED = Instant.parse("2026-03-04T05:06:07Z");
  private static final Instant NOW = STARTED.plusSeconds(60);
  private static final Membership ONE = membership(1, 1);
  private static final Membership TWO = membership(2, 2);
  private static final InviteCode CODE = InviteCode.random(new Random(1));

  @TempDir Path directory;
  private final Map<Long, Instant> processes = new HashMap<>(Map.of(1L, STARTED, 2L, STARTED));
  private Home home;

  @BeforeEach
  void open() {
    home = Home.open(directory.resolve("home"));
  }

  @Test
  void a_session_finds_the_member_it_was_in_a_process_before() {
    sessions("abc", 1, "/project").write(ONE, new Guest(), NOW);
    assertEquals(Optional.of(ONE), sessions("abc", 9, "/elsewhere").mine());
  }

  @Test
  void a_session_that_never_wrote_was_nobody() {
    sessions("abc", 1, "/project").write(ONE, new Guest(), NOW);
    assertEquals(Optional.empty(), sessions("xyz", 2, "/project").mine());
  }

  @Test
  void the_last_record_of_a_session_counts() {
    Sessions sessions = sessions("abc", 1, "/project");
    sessions.write(ONE, new Guest(), NOW);
    sessions.write(TWO, new Guest(), NOW.plusSeconds(1));
    assertEquals(Optional.of(TWO), sessions.mine());
  }

  @Test
  void members_used_in_a_directory_come_latest_first_and_once() {
    sessions("a", 1, "/project").write(ONE, new Guest(), NOW);
    sessions("b", 2, "/project").write(TWO, new Guest(), NOW.plusSeconds(1));
    sessions("c", 2, "/project").write(ONE, new Guest(), NOW.plusSeconds(2));
    sessions("d", 2, "/elsewhere").write(membership(3, 3), new Guest(), NOW.plusSeconds(3));
    assertEquals(List.of(ONE, TWO), sessions("e", 1, "/project").usedHere());
  }

  @Test
  void a_process_that_is_gone_is_no_hub_but_its_member_is_still_known() {
    Sessions sessions = sessions("abc", 1, "/project");
    sessions.write(ONE, hub(), NOW);
    processes.remove(1L);
    assertEquals(List.of(), sessions.of(ONE.workspace()));
    assertEquals(List.of(), sessions.inviting(CODE));
    assertEquals(Optional.of(ONE), sessions.mine());
    assertEquals(List.of(ONE), sessions.usedHere());
  }

  @Test
  void a_member_that_left_is_gone_although_its_process_lives() {
    Sessions sessions = sessions("abc", 1, "/project");
    sessions.write(ONE, hub(), NOW);
    assertFalse(sessions.gone(ONE.workspace(), ONE.member()));
    sessions.leave(NOW);
    assertTrue(sessions.gone(ONE.workspace(), ONE.member()));
  }

  @Test
  void another_process_with_the_same_id_is_no_hub() {
    Sessions sessions = sessions("abc", 1, "/project");
    sessions.write(ONE, hub(), NOW);
    processes.put(1L, STARTED.plus(Processes.SLACK).plusMillis(1));
    assertEquals(List.of(), sessions.of(ONE.workspace()));
  }

  @Test
  void a_start_that_moved_a_little_with_the_clock_is_the_same_process() {
    Sessions sessions = sessions("abc", 1, "/project");
    sessions.write(ONE, hub(), NOW);
    processes.put(1L, STARTED.minus(Processes.SLACK));
    assertEquals(List.of(new Endpoint("127.0.0.1", 4001)), sessions.of(ONE.workspace()));
  }

  @Test
  void a_guest_is_no_hub() {
    Sessions sessions = sessions("abc", 1, "/project");
    sessions.write(ONE, new Guest(), NOW);
    assertEquals(List.of(), sessions.of(ONE.workspace()));
  }

  @Test
  void ended_sessions_are_listed_and_can_be_forgotten() {
    Sessions sessions = sessions("a", 1, "/project");
    sessions.write(ONE, new Guest(), NOW);
    Sessions gone = sessions("b", 3, "/project");
    gone.write(TWO, new Guest(), NOW);
    Self self = new Self("b", Path.of("/project"), 3, STARTED);
    assertEquals(List.of(new SessionRecord(self, TWO, NOW, new Guest())), sessions.ended());
    sessions.forget(self);
    assertEquals(Optional.empty(), gone.mine());
    assertEquals(Optional.of(ONE), sessions.mine());
  }

  @Test
  void what_another_process_of_the_session_wrote_is_not_forgotten() {
    sessions("abc", 1, "/project").write(ONE, new Guest(), NOW);
    Sessions second = sessions("abc", 2, "/project");
    second.forget(second.self());
    assertEquals(Optional.of(ONE), second.mine());
  }

  @Test
  void a_session_that_left_is_found_by_its_member_but_not_as_seated() {
    Sessions sessions = sessions("abc", 1, "/project");
    sessions.write(ONE, hub(), NOW);
    assertEquals(Optional.of(ONE), sessions.seated());
    sessions.leave(NOW.plusSeconds(1));
    assertEquals(Optional.empty(), sessions.seated());
    assertEquals(Optional.of(ONE), sessions.mine());
    assertEquals(List.of(ONE), sessions.usedHere());
    assertEquals(List.of(), sessions.of(ONE.workspace()));
  }

  @Test
  void another_process_of_the_session_does_not_leave_for_it() {
    sessions("abc", 1, "/project").write(ONE, new Guest(), NOW);
    Sessions second = sessions("abc", 2, "/project");
    second.leave(NOW);
    assertEquals(Optional.of(ONE), second.seated());
  }

  @Test
  void a_session_is_taken_while_another_process_of_it_lives() {
    Sessions first = sessions("abc", 1, "/project");
    Sessions second = sessions("abc", 2, "/project");
    assertFalse(second.taken());
    first.write(ONE, new Guest(), NOW);
    assertTrue(second.taken() && !first.taken());
    processes.remove(1L);
    assertFalse(second.taken());
  }

  @Test
  void a_record_is_private_and_nothing_else_is_left() throws IOException {
    sessions("abc", 1, "/project").write(ONE, hub(), NOW);
    assertEquals(
        Map.of("sessions", "rwx------", "sessions/abc.json", "rw-------"),
        Homes.permissions(directory.resolve("home")));
  }

  @Test
  void a_record_does_not_tell_the_code() throws IOException {
    sessions("abc", 1, "/project").write(ONE, hub(), NOW);
    String text = Files.readString(file("abc.json"));
    assertEquals(-1, text.indexOf(CODE.reveal()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "\u0000\u0001",
        "{\"version\":1}",
        "{\"version\":1,\"version\":1}"
      })
  void garbage_is_passed_over(String content) throws IOException {
    plant("bad.json", content);
    finds_only_the_good_record();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "\"version\":1>\"version\":2",
        "\"pid\":1>\"pid\":\"1\"",
        "\"pid\":1>\"pid\":1.5",
        "\"pid\":1>\"pid\":99999999999999999999",
        "\"port\":4001>\"port\":0",
        "\"port\":4001>\"port\":65536",
        "\"port\":4001>\"port\":null",
        "\"version\":1>\"extra\":1,\"version\":1",
        "/project>\\u0000",
        "\"workspace\":\">\"workspace\":\"../",
        "}]}>}]} trailing"
      })
  void a_record_with_one_thing_wrong_is_passed_over(String part, String wrong) throws IOException {
    sessions("other", 1, "/project").write(ONE, hub(), NOW);
    String good = Files.readString(file("other.json"));
    Files.delete(file("other.json"));
    String bad = good.replace(part, wrong);
    assertTrue(!bad.equals(good), good);
    plant("bad.json", bad);
    finds_only_the_good_record();
  }

  @Test
  void a_huge_file_is_passed_over() throws IOException {
    plant("bad.json", "{\"version\":1," + " ".repeat(1_000_000));
    finds_only_the_good_record();
  }

  @Test
  void a_record_that_others_may_write_is_passed_over() throws IOException {
    sessions("bad", 1, "/project").write(ONE, hub(), NOW);
    allow(file("bad.json"), "rw-rw----");
    finds_only_the_good_record();
  }

  @Test
  void a_link_to_a_record_is_passed_over() throws IOException {
    sessions("bad", 1, "/project").write(ONE, hub(), NOW);
    Files.move(file("bad.json"), directory.resolve("real"));
    Files.createSymbolicLink(file("bad.json"), directory.resolve("real"));
    finds_only_the_good_record();
  }

  @Test
  void a_directory_is_passed_over() throws IOException {
    Files.createDirectories(file("bad.json"));
    finds_only_the_good_record();
  }

  @Test
  void a_record_under_a_name_that_is_no_session_is_passed_over() throws IOException {
    sessions("bad", 1, "/project").write(ONE, hub(), NOW);
    Files.move(file("bad.json"), file("b a d.json"));
    finds_only_the_good_record();
  }

  private void finds_only_the_good_record() {
    Sessions sessions = sessions("good", 2, "/project");
    sessions.write(TWO, Hosting.hub(4002, CODE, new Random(2)), NOW);
    assertEquals(List.of(new Endpoint("127.0.0.1", 4002)), sessions.inviting(CODE));
    assertEquals(List.of(TWO), sessions.usedHere());
    assertEquals(Optional.empty(), sessions("bad", 1, "/project").mine());
  }

  private void plant(String name, String content) throws IOException {
    Files.createDirectories(file(name).getParent(), PrivateFiles.DIRECTORY);
    Files.createFile(file(name), PrivateFiles.FILE);
    Files.writeString(file(name), content);
  }

  private Path file(String name) {
    return directory.resolve("home/sessions").resolve(name);
  }

  private Sessions sessions(String session, long pid, String project) {
    Self self = new Self(session, Path.of(project), pid, STARTED);
    return home.sessions(self, id -> Optional.ofNullable(processes.get(id)));
  }

  private static Hosting hub() {
    return Hosting.hub(4001, CODE, new Random(2));
  }
}
