package intandem.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.codec.JsonCodec;
import intandem.crypto.CpaceHandshake;
import intandem.crypto.JdkSealer;
import intandem.crypto.JdkSigner;
import intandem.domain.join.Founding;
import intandem.domain.join.JoinPorts;
import intandem.domain.port.Keyring.Identity;
import intandem.home.Home;
import intandem.home.Hosting;
import intandem.home.KeptMembership;
import intandem.home.Membership;
import intandem.home.Processes;
import intandem.home.Self;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CleanupTest {
  private static final long NO_PROCESS = Long.MAX_VALUE;

  @TempDir Path directory;
  private Terminal terminal;
  private Home home;
  private Membership membership;
  private Instant opened;

  @BeforeEach
  void open() {
    terminal = new Terminal(directory);
    home = Home.open(directory.resolve(".tandem"));
    Identity identity = identity();
    home.keyring().keep(identity);
    membership = new Membership(identity.workspace(), identity.member());
    opened = home.memberships().all().getFirst().opened();
  }

  private static Identity identity() {
    SecureRandom random = new SecureRandom();
    JdkSigner signer = new JdkSigner(random);
    JoinPorts ports =
        new JoinPorts(
            new JsonCodec(), new JdkSealer(random), signer, new CpaceHandshake(random), random);
    return Founding.of(ports, signer.generate().publicKey(), 5, Instant.EPOCH).identity();
  }

  private Cleanup after(int days) {
    return new Cleanup(() -> opened.plus(Duration.ofDays(days)));
  }

  private void recordSession(Self self) {
    home.sessions(self, Processes.ofThisMachine())
        .write(membership, new Hosting.Guest(), Instant.EPOCH);
  }

  @Test
  void without_yes_an_unused_membership_is_listed_and_kept() throws Exception {
    assertEquals(0, terminal.run(after(31)));
    String line = "unused   membership " + membership.member().value();
    assertTrue(terminal.out().contains(line), terminal.out());
    assertEquals(1, home.memberships().all().size());
  }

  @Test
  void with_yes_an_unused_membership_is_deleted() throws Exception {
    assertEquals(0, terminal.run(after(31), "--yes"));
    String line = "deleted  membership " + membership.member().value();
    assertTrue(terminal.out().contains(line), terminal.out());
    assertEquals(List.of(), home.memberships().all());
  }

  @Test
  void what_was_opened_within_30_days_stays() throws Exception {
    assertEquals(0, terminal.run(after(30), "--yes"));
    String line = "stays    membership " + membership.member().value();
    assertTrue(terminal.out().contains(line), terminal.out());
    assertEquals(1, home.memberships().all().size());
  }

  @Test
  void where_nothing_is_unused_that_is_all_it_says() throws Exception {
    for (List<String> options : List.of(List.<String>of(), List.of("--yes"))) {
      Terminal at = new Terminal(directory);
      assertEquals(0, at.run(after(1), options.toArray(new String[0])));
      String day = LocalDate.ofInstant(opened, ZoneId.systemDefault()).toString();
      String last = ", last opened " + day + "\nNothing is unused, and nothing was deleted.\n";
      assertTrue(at.out().endsWith(last), at.out());
    }
  }

  @Test
  void what_a_process_holds_is_not_unused_however_old() {
    KeptMembership held = new KeptMembership(membership, Instant.EPOCH, true);
    assertEquals(List.of(), Cleanup.unused(List.of(held), opened));
  }

  @Test
  void the_record_of_an_ended_process_goes() throws Exception {
    recordSession(new Self("gone", directory, NO_PROCESS, Instant.EPOCH));
    terminal.run(after(0), "--yes");
    assertTrue(terminal.out().contains("deleted  record of session gone\n"), terminal.out());
    Terminal again = new Terminal(directory);
    again.run(after(0));
    assertTrue(!again.out().contains("record of session"), again.out());
  }

  @Test
  void the_record_of_a_living_process_stays() throws Exception {
    recordSession(Self.current(Map.of(), directory));
    terminal.run(after(0), "--yes");
    assertTrue(!terminal.out().contains("record of session"), terminal.out());
  }

  @Test
  void anything_but_yes_is_wrong_usage() throws Exception {
    assertEquals(2, terminal.run(after(31), "yes"));
    assertEquals(1, home.memberships().all().size());
  }
}
