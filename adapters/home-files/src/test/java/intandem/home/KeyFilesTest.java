package intandem.home;

import static intandem.contract.StorageSamples.bytes;
import static intandem.contract.StorageSamples.term;
import static intandem.contract.StorageSamples.workspace;
import static intandem.home.Homes.allow;
import static intandem.home.Homes.permissions;
import static intandem.home.Homes.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import intandem.domain.id.Epoch;
import intandem.domain.id.Secret;
import intandem.domain.port.DamageException;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Keyring.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class KeyFilesTest {
  private static final Identity IDENTITY =
      new Identity(
          workspace(1),
          new KeyPair(bytes(32, "a", 1), secret(2)),
          new KeyPair(bytes(32, "a", 3), secret(4)),
          secret(5),
          secret(6),
          new Known(new Epoch(term(2), 3), secret(7)));

  @TempDir Path directory;
  private Keyring keyring;
  private Path file;

  @BeforeEach
  void keep_an_identity() {
    Path home = directory.resolve("home");
    keyring = Home.open(home).keyring();
    keyring.keep(IDENTITY);
    file = home.resolve("keys/" + workspace(1) + "/" + IDENTITY.member() + ".json");
  }

  @Test
  void keys_and_their_directories_are_private_and_nothing_else_is_left() throws IOException {
    String workspace = workspace(1).value();
    assertEquals(
        Map.of(
            "keys",
            "rwx------",
            "keys/" + workspace,
            "rwx------",
            "keys/" + workspace + "/" + IDENTITY.member() + ".json",
            "rw-------"),
        permissions(directory.resolve("home")));
  }

  @Test
  void the_format_stays_as_it_was_released() throws IOException {
    String expected =
        """
        {"version":1,"workspace":"%s",\
        "sign":{"publicKey":"%s","privateKey":"%s"},\
        "seal":{"publicKey":"%s","privateKey":"%s"},\
        "vault":"%s","index":"%s",\
        "first":{"term":2,"hubKey":"%s","epoch":3,"secret":"%s"}}\
        """
            .formatted(
                workspace(1),
                base64(1),
                base64(2),
                base64(3),
                base64(4),
                base64(5),
                base64(6),
                term(2).hubKey().base64(),
                base64(7));
    assertEquals(expected, Files.readString(file));
  }

  @Test
  void keys_that_others_may_read_are_refused_with_the_remedy() throws IOException {
    allow(file, "rw-r-----");
    refuses("Run: chmod 600 " + file, this::find);
  }

  @Test
  void a_link_in_place_of_the_keys_is_refused() throws IOException {
    Path elsewhere = directory.resolve("elsewhere");
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);
    refuses("is no plain file", this::find);
  }

  @Test
  void a_huge_file_is_refused() throws IOException {
    Files.writeString(file, " ".repeat(20_000));
    refuses("is larger than", this::find);
  }

  @Test
  void a_damaged_file_is_reported_without_quoting_it() throws IOException {
    String damaged = Files.readString(file).replace("\"epoch\":3", "\"epoch\":\"QQQQ\"");
    Files.writeString(file, damaged);
    DamageException e = assertThrows(DamageException.class, this::find);
    assertFalse(e.toString().contains("QQQQ") || e.getCause() != null, e.toString());
    assertEquals(damaged, Files.readString(file));
  }

  @Test
  void a_file_cut_short_is_reported() throws IOException {
    Files.writeString(file, Files.readString(file).substring(0, 200));
    assertThrows(DamageException.class, this::find);
  }

  @Test
  void a_file_of_another_version_is_reported() throws IOException {
    Files.writeString(
        file, Files.readString(file).replace("\"version\":1", "\"version\":2,\"new\":[1]"));
    refuses("install the newest InTandem", this::find);
  }

  @Test
  void impossible_values_are_reported() throws IOException {
    Files.writeString(file, Files.readString(file).replace("\"term\":2", "\"term\":0"));
    refuses("is damaged", this::find);
  }

  @Test
  void the_keys_of_someone_else_are_not_taken_for_the_members() throws IOException {
    Files.writeString(file, Files.readString(file).replace(base64(1), base64(9)));
    refuses("holds the keys of someone else", this::find);
  }

  @Test
  void wiping_empties_the_file_that_another_link_still_names() throws IOException {
    Path link = Files.createLink(directory.resolve("link"), file);
    int size = (int) Files.size(file);
    keyring.wipe(workspace(1), IDENTITY.member());
    assertFalse(Files.exists(file));
    assertEquals(Set.of(0), Set.copyOf(Files.readString(link).chars().boxed().toList()));
    assertEquals(size, Files.size(link));
  }

  @Test
  void wiping_covers_what_a_process_left_that_was_killed_while_it_wrote_the_keys()
      throws Exception {
    Path left;
    try (WatchService watch = directory.getFileSystem().newWatchService()) {
      Path folder = file.resolveSibling("");
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Files.delete(file);
      keyring.keep(IDENTITY);
      left = folder.resolve((Path) watch.take().pollEvents().getFirst().context());
    }
    Files.createFile(left, PrivateFiles.FILE);
    keyring.wipe(workspace(1), IDENTITY.member());
    assertFalse(Files.exists(left), left::toString);
  }

  private void find() {
    keyring.find(workspace(1), IDENTITY.member());
  }

  private static Secret secret(int number) {
    return Secret.of(bytes(32, "a", number).toArray());
  }

  private static String base64(int number) {
    return bytes(32, "a", number).base64();
  }
}
