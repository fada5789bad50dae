package intandem.app.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.app.Desktop;
import intandem.app.Desktop.Person;
import intandem.app.seat.Doorstep.Stranger;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.join.Joining;
import intandem.domain.join.Joining.Step;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring;
import intandem.domain.port.Keyring.Applicant;
import intandem.domain.protocol.Frame;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Briefing;
import intandem.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A joiner that was let into the last seat and died before it knew. */
class CutOffJoinTest {
  private final Path directory;
  private final Doorstep door;
  private final Applicant applicant;

  CutOffJoinTest(@TempDir Path directory) {
    this.directory = directory;
    this.door = new Doorstep(directory, 2);
    this.applicant = door.applicant();
    Joining first = door.joining(door.code(), applicant);
    Stranger link = door.stranger();
    Frame share = reply(first, link.says(first.open()));
    assertInstanceOf(Frame.JoinWelcome.class, link.says(reply(first, link.says(share))).getFirst());
    link.hangsUp();
  }

  @AfterEach
  void close() {
    door.close();
  }

  private static Frame reply(Joining joining, List<Frame> frames) {
    return assertInstanceOf(Step.Reply.class, joining.on(frames.getFirst())).frame();
  }

  private Relay.Seen tries(Applicant keys) {
    return Relay.HONEST.carry(door.joining(door.code(), keys), door.stranger());
  }

  @Test
  void the_next_attempt_with_its_keys_gets_the_seat_it_has() {
    assertEquals("JOINED", tries(applicant).outcome());
    assertEquals(List.of(applicant.sign().publicKey()), door.admitted());
  }

  @Test
  void fresh_keys_would_need_another_seat() {
    assertEquals("FULL", tries(door.applicant()).outcome());
  }

  @Test
  void its_name_with_another_key_to_read_with_is_not_welcomed() {
    Applicant half = new Applicant(applicant.sign(), door.applicant().seal());
    Relay.Seen seen = tries(half);
    assertEquals("NOT_STORED false", seen.outcome() + " " + seen.sawWelcome());
  }

  @Test
  void one_who_only_knows_its_public_keys_cannot_read_the_welcome() {
    KeyPair copied =
        new KeyPair(applicant.seal().publicKey(), door.applicant().seal().privateKey());
    assertEquals("NOT_TRUSTED", tries(new Applicant(applicant.sign(), copied)).outcome());
  }

  @Test
  void a_session_finds_the_keys_again_and_needs_no_second_seat() throws Exception {
    Path own = Files.createDirectory(directory.resolve("own"));
    try (Desktop desktop = new Desktop(own, "Ada")) {
      InviteCode code = desktop.session("a").creates("demo").invitation().code();
      Person bob = desktop.session("b");
      Briefing before = assertInstanceOf(Answer.Entered.class, bob.joins(code)).briefing();
      bob.workspaces.close();
      forgetTheEnd(own.resolve("home"), before.workspace(), before.self());
      Answer again = desktop.session("b").joins(code);
      Briefing after = assertInstanceOf(Answer.Entered.class, again).briefing();
      assertEquals(before.self(), after.self());
      assertEquals(2, after.peers().size());
    }
  }

  /** As if the process had ended before the keys it was let in with became an identity. */
  private static void forgetTheEnd(Path home, WorkspaceId workspace, MemberId member)
      throws Exception {
    Keyring keyring = Home.open(home).keyring();
    Keyring.Identity identity = keyring.find(workspace, member).orElseThrow();
    keyring.wipe(workspace, member);
    keyring.prepare(workspace, new Applicant(identity.sign(), identity.seal()));
    Files.delete(home.resolve("data/" + workspace + "/" + member + ".db"));
    Files.delete(home.resolve("sessions/b.json"));
  }
}
