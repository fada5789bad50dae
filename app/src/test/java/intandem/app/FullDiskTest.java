package intandem.app;

import static intandem.app.Desktop.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.domain.id.InviteCode;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Notice;
import intandem.domain.tandem.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bob's files are on a disk that fills up or cannot be written; Ada's are not. */
class FullDiskTest {
  private final Path plenty;
  private final SmallDisk disk;
  private final Desktop ada;
  private final Desktop bob;

  FullDiskTest(@TempDir Path directory) throws Exception {
    this.plenty = Files.createDirectory(directory.resolve("plenty"));
    this.disk = new SmallDisk(Files.createDirectory(directory.resolve("small")));
    this.ada = new Desktop(plenty, "Ada");
    this.bob = new Desktop(disk.directory(), "Bob");
  }

  @AfterEach
  void close() throws Exception {
    bob.close();
    ada.close();
    disk.close();
  }

  private static Person joined(Desktop guest, Path hub, InviteCode code) throws Exception {
    Person person = guest.session("guest");
    assertInstanceOf(Answer.Entered.class, person.joins(code, HubPort.of(hub.resolve("home"))));
    return person;
  }

  private static String problem(Answer answer) {
    return assertInstanceOf(Refusal.NotStored.class, refusal(answer)).problem();
  }

  /** More than the space that files on the disk may still have in reserve. */
  private static List<Answer> floods(Person person) throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      person.says("x".repeat(20_000) + i);
    }
    return List.of(person.says("y".repeat(20_000)));
  }

  /** What comes in until that text does; notices come in between. */
  private static List<String> read(Person person, String last) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          List<String> read = new ArrayList<>();
          while (!read.contains(last)) {
            read.addAll(person.reads(1));
          }
          return read;
        });
  }

  @Test
  void a_member_says_that_its_disk_is_full_and_goes_on_when_there_is_space() throws Exception {
    Person owner = ada.session("owner");
    Person guest = joined(bob, plenty, owner.creates("demo").invitation().code());
    disk.fill();
    Answer refused = floods(guest).getLast();
    assertTrue(problem(refused).startsWith("The disk is full"), problem(refused));
    owner.says("are you there?");
    disk.free();
    assertEquals(List.of("Ada: are you there?"), read(guest, "Ada: are you there?"));
    assertInstanceOf(Answer.Sent.class, guest.says("again"));
  }

  @Test
  void a_full_disk_is_told_of_once() throws Exception {
    Person owner = ada.session("owner");
    Person guest = joined(bob, plenty, owner.creates("demo").invitation().code());
    disk.fill();
    floods(owner);
    assertEquals(List.of(1L, 0L), List.of(troubles(guest), troubles(guest)));
  }

  private static long troubles(Person guest) throws Exception {
    Answer.Letters read =
        assertInstanceOf(
            Answer.Letters.class, guest.asks(new Ask.Inbox(Duration.ofSeconds(20), -1)));
    return read.notices().stream().filter(Notice.NotStored.class::isInstance).count();
  }

  @Test
  void what_the_owners_full_disk_did_not_take_is_sent_once_when_there_is_space() throws Exception {
    Person owner = bob.session("owner");
    InviteCode code = owner.creates("demo").invitation().code();
    Person guest = joined(ada, disk.directory(), code);
    disk.fill();
    floods(owner);
    Answer kept = guest.says("keep this");
    assertTrue(kept instanceof Answer.Unconfirmed || kept instanceof Answer.Queued, kept::toString);
    disk.free();
    assertEquals(List.of("Ada: keep this"), read(owner, "Ada: keep this"));
  }

  @Test
  void no_workspace_is_founded_on_a_full_disk_but_one_is_afterwards() throws Exception {
    Person owner = bob.session("owner");
    disk.fill();
    problem(owner.asks(new Ask.Create("demo", 5)));
    disk.free();
    assertInstanceOf(Answer.Created.class, owner.asks(new Ask.Create("demo", 5)));
  }

  @Test
  void a_join_is_refused_before_anyone_is_let_in_whose_keys_have_no_space() throws Exception {
    Person owner = ada.session("owner");
    InviteCode code = owner.creates("demo").invitation().code();
    disk.fill();
    problem(bob.session("guest").joins(code, HubPort.of(plenty.resolve("home"))));
    assertEquals(1, Team.briefing(owner).peers().size());
    disk.free();
    joined(bob, plenty, code);
    assertEquals(2, Team.briefing(owner).peers().size());
  }

  @Test
  void a_return_to_a_full_disk_is_refused_because_of_the_disk() throws Exception {
    Person owner = ada.session("owner");
    Person guest = joined(bob, plenty, owner.creates("demo").invitation().code());
    guest.workspaces.close();
    floods(owner);
    disk.fill();
    disk.spare(64 * 1024);
    String problem = problem(bob.session("guest").rejoins());
    assertTrue(problem.startsWith("The disk is full"), problem);
  }

  @Test
  void a_session_restarted_on_a_disk_that_is_in_the_way_returns_once_it_is_not() throws Exception {
    Person owner = ada.session("owner");
    joined(bob, plenty, owner.creates("demo").invitation().code()).workspaces.close();
    disk.writable(false);
    Person again = bob.session("guest");
    again.workspaces.resume();
    problem(again.asks(new Ask.Peers()));
    disk.writable(true);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (again.asks(new Ask.Peers()) instanceof Answer.Refused) {
            Thread.onSpinWait();
          }
        });
  }

  @Test
  void a_disk_that_cannot_be_written_is_reported_and_the_copy_is_there_afterwards()
      throws Exception {
    Person owner = ada.session("owner");
    Person guest = joined(bob, plenty, owner.creates("demo").invitation().code());
    guest.says("before");
    guest.workspaces.close();
    disk.writable(false);
    String problem = problem(bob.session("guest").rejoins());
    assertTrue(problem.contains("cannot be"), problem);
    disk.writable(true);
    long before = Team.head(owner);
    Person again = bob.session("guest");
    assertInstanceOf(Answer.Entered.class, again.rejoins());
    assertTrue(Team.head(again) >= before);
  }
}
