package intandem.storage;

import static intandem.contract.StorageSamples.bytes;
import static intandem.contract.StorageSamples.entriesAfter;
import static intandem.contract.StorageSamples.entryId;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.port.DamageException;
import intandem.domain.port.EntryLog;
import intandem.domain.port.SessionVault;
import intandem.domain.port.SessionVault.Queued;
import intandem.domain.port.StorageException;
import intandem.domain.protocol.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class BrokenDatabaseTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void fill_a_database() {
    file = directory.resolve("member.db");
    try (Database database = Database.open(file)) {
      database.log().append(entriesAfter(0, 200, "main"));
    }
  }

  @Test
  void garbage_is_damage_and_left_alone() throws IOException {
    Files.writeString(file, "no database ".repeat(1000));
    is_found_damaged();
  }

  @Test
  void a_truncated_database_is_damage_and_left_alone() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    is_found_damaged();
  }

  @Test
  void a_newer_format_is_refused_with_both_numbers_and_left_alone() {
    alter("PRAGMA user_version = 7");
    opens_with("has format 7, and this InTandem reads only format 1: install the newest InTandem.");
  }

  @Test
  void a_database_of_another_program_is_refused_and_left_alone() throws IOException {
    Files.delete(file);
    Files.createFile(file);
    alter("CREATE TABLE notes (text TEXT)");
    opens_with("is no database of InTandem");
  }

  @Test
  void a_directory_in_the_way_is_reported() throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
    refuses("is in the way of a database", () -> Database.open(file));
  }

  @Test
  void nothing_counts_as_stored_in_a_file_that_was_deleted_or_replaced() throws IOException {
    Path elsewhere = directory.resolve("elsewhere.db");
    try (Database database = Database.open(file)) {
      Executable append = () -> database.log().append(entriesAfter(200, 1, "main"));
      Files.move(file, elsewhere);
      refuses("was deleted or replaced while this session ran", append);
      Files.copy(elsewhere, file);
      refuses("was deleted or replaced while this session ran", append);
      Files.delete(file);
      Files.move(elsewhere, file);
      database.log().append(entriesAfter(200, 1, "main"));
      assertEquals(201, database.log().head().index());
    }
  }

  @Test
  void an_interrupted_creation_is_taken_up_again() throws IOException {
    Files.delete(file);
    Files.createFile(file);
    alter("PRAGMA journal_mode = WAL");
    try (Database database = Database.open(file)) {
      database.log().append(entriesAfter(0, 1, "main"));
      assertEquals(1, database.log().head().index());
    }
  }

  @Test
  void a_changed_byte_in_an_entry_is_reported_when_it_is_read() {
    alter("UPDATE entries SET body = zeroblob(600) WHERE idx = 42");
    try (Database database = Database.open(file)) {
      assertEquals(entriesAfter(0, 41, "main"), database.log().after(0, 41));
      assertThrows(DamageException.class, () -> database.log().after(0, 100));
    }
  }

  @Test
  void a_missing_entry_is_reported_when_the_log_is_read() {
    alter("DELETE FROM entries WHERE idx = 42");
    try (Database database = Database.open(file)) {
      assertThrows(DamageException.class, () -> database.log().after(0, 100));
    }
  }

  @Test
  void an_impossible_value_is_reported_when_it_is_read() {
    alter("UPDATE entries SET hub_key = x'00' WHERE idx = 42");
    try (Database database = Database.open(file)) {
      assertThrows(DamageException.class, () -> database.log().after(41, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub_key", "head_hash", "kind", "signature"})
  void nothing_where_a_value_has_to_be_is_damage(String column) {
    alter(
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, '%1$s BLOB NOT NULL', '%1$s BLOB');
        UPDATE sqlite_schema SET sql = replace(sql, '%1$s TEXT NOT NULL', '%1$s TEXT');
        UPDATE sqlite_schema SET sql = replace(sql, 'ELSE FALSE', 'ELSE TRUE');
        """
            .formatted(column));
    alter("UPDATE entries SET %s = NULL WHERE idx = 42".formatted(column));
    try (Database database = Database.open(file)) {
      assertThrows(DamageException.class, () -> database.log().after(0, 100));
    }
  }

  @Test
  void a_full_disk_refuses_the_whole_batch_and_reading_goes_on() {
    try (Sql sql = prepared()) {
      EntryLog log = new SqliteEntryLog(sql);
      limit(sql, "PRAGMA max_page_count = 1");
      List<Entry> more = entriesAfter(200, 100, "main");
      refuses("The disk is full: nothing was stored", () -> log.append(more));
      assertEquals(entriesAfter(0, 200, "main"), log.after(0, 1000));
      limit(sql, "PRAGMA max_page_count = 100000");
      log.append(more);
      assertEquals(more, log.after(200, 1000));
    }
  }

  @Test
  void a_full_disk_leaves_the_log_as_it_was_before_a_branch() {
    try (Sql sql = prepared()) {
      EntryLog log = new SqliteEntryLog(sql);
      limit(sql, "PRAGMA max_page_count = 1");
      List<Entry> branch = entriesAfter(100, 400, "branch");
      refuses("The disk is full", () -> log.replaceAfter(log.at(100).orElseThrow(), branch));
      assertEquals(entriesAfter(0, 200, "main"), log.after(0, 1000));
    }
  }

  @Test
  void a_full_disk_refuses_every_change_of_a_step() {
    try (Sql sql = prepared()) {
      SessionVault vault = new SqliteVault(sql);
      vault.apply(List.of(new Queued(entryId(1), bytes(40, "sealed", 1))));
      SessionVault.Contents before = vault.load();
      limit(sql, "PRAGMA max_page_count = 1");
      Queued large = new Queued(entryId(2), bytes(60_000, "sealed", 2));
      refuses(
          "The disk is full",
          () -> vault.apply(List.of(new SessionVault.Dropped(entryId(1)), large)));
      assertEquals(before, vault.load());
    }
  }

  @Test
  void a_read_only_database_refuses_changes_and_can_be_read() {
    try (Sql sql = prepared()) {
      EntryLog log = new SqliteEntryLog(sql);
      limit(sql, "PRAGMA query_only = ON");
      refuses("cannot be written", () -> log.append(entriesAfter(200, 1, "main")));
      assertEquals(entriesAfter(0, 200, "main"), log.after(0, 1000));
    }
  }

  @Test
  void a_database_that_another_connection_writes_to_is_reported() {
    try (Sql sql = prepared();
        Sql other = prepared()) {
      limit(sql, "PRAGMA busy_timeout = 0");
      EntryLog log = new SqliteEntryLog(sql);
      other.write(
          () ->
              refuses(
                  "is in use by another process", () -> log.append(entriesAfter(200, 1, "main"))));
    }
  }

  private void is_found_damaged() {
    byte[] before = content();
    assertThrows(DamageException.class, () -> Database.open(file));
    assertArrayEquals(before, content());
  }

  private void opens_with(String complaint) {
    byte[] before = content();
    refuses(complaint, () -> Database.open(file));
    assertArrayEquals(before, content());
  }

  private static void refuses(String complaint, Executable attempt) {
    StorageException e = assertThrows(StorageException.class, attempt);
    assertTrue(e.toString().contains(complaint), e.toString());
  }

  private Sql prepared() {
    Sql sql = Sql.connect(file);
    Schema.prepare(sql);
    return sql;
  }

  private void alter(String statement) {
    try (Sql sql = Sql.connect(file)) {
      limit(sql, statement);
    }
  }

  private static void limit(Sql sql, String statement) {
    sql.read(
        () -> {
          sql.run(statement);
          return statement;
        });
  }

  private byte[] content() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
