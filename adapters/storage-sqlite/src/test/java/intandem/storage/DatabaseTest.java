package intandem.storage;

import static intandem.contract.StorageSamples.ack;
import static intandem.contract.StorageSamples.bytes;
import static intandem.contract.StorageSamples.entriesAfter;
import static intandem.contract.StorageSamples.entryId;
import static intandem.contract.StorageSamples.headOf;
import static intandem.contract.StorageSamples.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Head;
import intandem.domain.port.EntryLog;
import intandem.domain.port.SessionVault.Contents;
import intandem.domain.port.SessionVault.Kept;
import intandem.domain.port.SessionVault.Mark;
import intandem.domain.port.SessionVault.Queued;
import intandem.domain.port.SessionVault.Shown;
import intandem.domain.port.StorageException;
import intandem.domain.protocol.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DatabaseTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name_the_file() {
    file = directory.resolve("data/workspace/member.db");
  }

  @Test
  void every_file_is_private_from_the_start_and_so_are_new_directories() throws IOException {
    try (Database database = Database.open(file)) {
      database.log().append(entriesAfter(0, 3, "main"));
      Map<String, String> expected =
          new TreeMap<>(
              Map.of(
                  "data", "rwx------",
                  "data/workspace", "rwx------",
                  "data/workspace/member.db", "rw-------",
                  "data/workspace/member.db-wal", "rw-------",
                  "data/workspace/member.db-shm", "rw-------"));
      assertEquals(expected, permissions());
    }
  }

  @Test
  void the_connection_is_set_up_for_safety() {
    try (Sql sql = connected()) {
      assertEquals("wal", setting(sql, "journal_mode"));
      assertEquals("2", setting(sql, "synchronous"));
      assertEquals("1", setting(sql, "fullfsync"));
      assertEquals("1", setting(sql, "checkpoint_fullfsync"));
      assertEquals("1", setting(sql, "secure_delete"));
      assertEquals("1", setting(sql, "foreign_keys"));
      assertEquals("0", setting(sql, "trusted_schema"));
    }
  }

  @Test
  void what_was_stored_is_there_after_closing_and_opening_again() {
    Mark mark = new Mark(member(1), entryId(1), Shown.SEEN);
    Queued queued = new Queued(entryId(2), bytes(40, "sealed", 2));
    try (Database database = Database.open(file)) {
      database.log().append(entriesAfter(0, 7, "main"));
      database.vault().apply(List.of(queued, mark, new Kept(ack(member(2), 1, 4))));
    }
    try (Database database = Database.open(file)) {
      assertEquals(entriesAfter(0, 7, "main"), database.log().after(0, 100));
      assertEquals(
          new Contents(List.of(queued), List.of(), List.of(mark), List.of(ack(member(2), 1, 4))),
          database.vault().load());
    }
  }

  @Test
  void closing_leaves_one_file_and_may_be_repeated() throws IOException {
    Database database = Database.open(file);
    database.log().append(entriesAfter(0, 7, "main"));
    database.close();
    database.close();
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void a_closed_database_says_so() {
    Database database = Database.open(file);
    database.close();
    StorageException e = assertThrows(StorageException.class, () -> database.log().head());
    assertTrue(e.toString().endsWith("was closed."), e.toString());
  }

  @Test
  void a_path_with_unusual_characters_is_taken_literally() throws IOException {
    Path odd = directory.resolve("a b?journal_mode=off&c#d%20é/member.db");
    Database.open(odd).close();
    assertTrue(Files.size(odd) > 0);
  }

  @Test
  void ten_thousand_entries_are_read_as_they_were_added() {
    List<Entry> entries = entriesAfter(0, 10_000, "main");
    try (Database database = Database.open(file)) {
      for (int i = 0; i < entries.size(); i += 100) {
        database.log().append(entries.subList(i, i + 100));
      }
    }
    try (Database database = Database.open(file)) {
      assertEquals(entries, database.log().after(0, 20_000));
      assertEquals(headOf(Head.START, entries), database.log().head());
    }
  }

  @Test
  void a_reader_beside_the_writer_always_sees_whole_batches() {
    List<Entry> entries = entriesAfter(0, 600, "main");
    try (Database database = Database.open(file)) {
      EntryLog log = database.log();
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < entries.size(); i += 3) {
                  log.append(entries.subList(i, i + 3));
                }
              });
      int seen;
      do {
        boolean finished = writer.isDone();
        List<Entry> read = log.after(0, 1000);
        seen = finished ? entries.size() : read.size();
        assertEquals(entries.subList(0, read.size()), read);
        assertEquals(0, read.size() % 3);
      } while (seen < entries.size());
      writer.join();
      assertEquals(entries, log.after(0, 1000));
    }
  }

  private Sql connected() {
    Database.open(file).close();
    Sql sql = Sql.connect(file);
    Schema.prepare(sql);
    return sql;
  }

  private static String setting(Sql sql, String pragma) {
    return sql.read(() -> sql.list("PRAGMA " + pragma, row -> row.getString(1))).getFirst();
  }

  private Map<String, String> permissions() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.filter(path -> !path.equals(directory)).toList()) {
        found.put(
            directory.relativize(path).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    return found;
  }

  @Test
  void entries_that_are_appended_together_are_one_commit() throws IOException {
    try (Database database = Database.open(file)) {
      long before = commits();
      database.log().append(entriesAfter(0, 50, "main"));
      assertEquals(before + 1, commits());
    }
  }

  /** Commits that the write-ahead log holds: the last frame of each names the database's size. */
  private long commits() throws IOException {
    ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(file.resolveSibling("member.db-wal")));
    int frame = 24 + log.getInt(8);
    return IntStream.iterate(32, at -> at + frame <= log.limit(), at -> at + frame)
        .filter(at -> log.getInt(at + 4) != 0)
        .count();
  }
}
