package intandem.home;

import static intandem.home.Homes.membership;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.contract.StorageSamples;
import intandem.domain.id.Epoch;
import intandem.domain.id.Secret;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Keyring.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MembershipsTest {
  private static final Membership ONE = membership(1, 1);
  private static final Membership TWO = membership(1, 2);
  private static final Instant LONG_AGO = Instant.parse("2001-03-04T05:06:07Z");
  private static final Instant LONGER_AGO = Instant.parse("2000-03-04T05:06:07Z");

  @TempDir Path directory;
  private Path place;
  private Home home;
  private Memberships memberships;

  @BeforeEach
  void open() {
    place = directory.resolve("home");
    home = Home.open(place);
    memberships = home.memberships();
  }

  @Test
  void a_membership_is_locked_once_in_a_process() {
    try (MembershipLock _ = memberships.lock(ONE).orElseThrow()) {
      assertTrue(memberships.lock(ONE).isEmpty());
    }
    assertTrue(memberships.lock(ONE).isPresent());
  }

  @Test
  void memberships_of_one_workspace_are_locked_apart() {
    try (MembershipLock _ = memberships.lock(ONE).orElseThrow()) {
      assertTrue(memberships.lock(TWO).isPresent());
    }
  }

  @Test
  void a_membership_that_another_process_has_is_not_to_be_had_until_that_is_killed()
      throws Exception {
    try (OtherProcess other = OtherProcess.locking(place, ONE)) {
      assertEquals("locked", other.word());
      assertTrue(memberships.lock(ONE).isEmpty());
      other.kill();
      assertTrue(memberships.lock(ONE).isPresent());
    }
  }

  @Test
  void a_lock_holds_against_other_processes_even_after_a_second_try_for_it() throws Exception {
    keep(ONE);
    try (MembershipLock _ = memberships.lock(ONE).orElseThrow()) {
      memberships.lock(ONE);
      memberships.all();
      try (OtherProcess other = OtherProcess.locking(place, ONE)) {
        assertEquals("refused", other.word());
      }
    }
  }

  @Test
  void kept_memberships_are_listed_each_with_when_it_was_last_opened() throws IOException {
    keep(ONE);
    keep(TWO);
    memberships.lock(ONE).orElseThrow().close();
    Files.setLastModifiedTime(lockFile(ONE), FileTime.from(LONG_AGO));
    Files.setLastModifiedTime(keys(TWO), FileTime.from(LONGER_AGO));
    Set<KeptMembership> expected =
        Set.of(
            new KeptMembership(ONE, LONG_AGO, false), new KeptMembership(TWO, LONGER_AGO, false));
    assertEquals(expected, Set.copyOf(memberships.all()));
    assertEquals(expected, Set.copyOf(memberships.all()));
  }

  @Test
  void locking_counts_as_opening() throws IOException {
    keep(ONE);
    memberships.lock(ONE).orElseThrow().close();
    Files.setLastModifiedTime(lockFile(ONE), FileTime.from(LONG_AGO));
    memberships.lock(ONE).orElseThrow().close();
    assertTrue(memberships.all().getFirst().opened().isAfter(LONG_AGO));
  }

  @Test
  void a_membership_in_use_is_listed_as_such() throws Exception {
    keep(ONE);
    try (MembershipLock _ = memberships.lock(ONE).orElseThrow()) {
      assertTrue(memberships.all().getFirst().inUse());
    }
    try (OtherProcess other = OtherProcess.locking(place, ONE)) {
      assertEquals("locked", other.word());
      assertTrue(memberships.all().getFirst().inUse());
    }
  }

  @Test
  void files_that_are_no_keys_are_not_listed() throws IOException {
    keep(ONE);
    Files.writeString(keys(ONE).resolveSibling("notes.json"), "{}");
    Files.writeString(keys(ONE).resolveSibling(".123.new"), "{}");
    Files.createDirectories(place.resolve("keys/other"));
    assertEquals(List.of(ONE), memberships.all().stream().map(KeptMembership::membership).toList());
  }

  @Test
  void an_erased_membership_leaves_nothing_and_others_stay() throws IOException {
    keep(ONE);
    keep(TWO);
    memberships.lock(ONE).orElseThrow().close();
    memberships.lock(TWO).orElseThrow().close();
    for (String ending : List.of("", "-wal", "-shm")) {
      Files.createFile(Path.of(database(ONE) + ending));
    }
    assertTrue(memberships.erase(ONE));
    assertEquals(List.of(TWO), memberships.all().stream().map(KeptMembership::membership).toList());
    assertEquals(List.of(lockFile(TWO)), PrivateFiles.list(database(TWO).resolveSibling("")));
  }

  @Test
  void the_last_membership_of_a_workspace_takes_the_directory_with_it() {
    memberships.lock(ONE).orElseThrow().close();
    assertTrue(memberships.erase(ONE));
    assertFalse(Files.exists(database(ONE).resolveSibling("")));
  }

  @Test
  void a_membership_in_use_is_not_erased() {
    keep(ONE);
    try (MembershipLock _ = memberships.lock(ONE).orElseThrow()) {
      assertFalse(memberships.erase(ONE));
    }
    assertTrue(home.keyring().find(ONE.workspace(), ONE.member()).isPresent());
  }

  private void keep(Membership one) {
    int number = one.equals(ONE) ? 1 : 2;
    Secret secret = Secret.of(new byte[32]);
    KeyPair sign = new KeyPair(StorageSamples.bytes(32, "sign key", number), secret);
    Known first = new Known(new Epoch(StorageSamples.term(1), 1), secret);
    home.keyring().keep(new Identity(one.workspace(), sign, sign, secret, secret, first));
  }

  private Path keys(Membership one) {
    return place.resolve("keys/" + one.workspace() + "/" + one.member() + ".json");
  }

  private Path lockFile(Membership one) {
    return database(one).resolveSibling(one.member() + ".lock");
  }

  private Path database(Membership one) {
    return home.database(one);
  }
}
