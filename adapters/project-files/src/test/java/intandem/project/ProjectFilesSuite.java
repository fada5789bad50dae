package intandem.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import intandem.contract.SnippetsContract;
import intandem.domain.port.Snippets;
import intandem.domain.port.Snippets.Reason;
import intandem.domain.port.Snippets.Taken;
import intandem.domain.port.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project on a disk must do, by whatever tree it is read. */
abstract class ProjectFilesSuite extends SnippetsContract {
  private static final int RACES = 2_000;

  @TempDir Path directory;
  Path root;
  private Snippets snippets;

  /** How the directory is read. */
  abstract Tree tree(Path root);

  @BeforeEach
  void create() throws IOException {
    root = Files.createDirectory(directory.toRealPath().resolve("proj"));
    snippets = in(root, Policy.STRICT);
  }

  final Snippets in(Path root, Policy policy) {
    Root at = Root.of(root);
    Git git = new Git("git", Duration.ofSeconds(10));
    return new ProjectFiles(at, tree(at.real()), git, policy, LIMIT);
  }

  @Override
  protected Snippets snippets() {
    return snippets;
  }

  @Override
  protected void write(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final Path outside(String name) throws IOException {
    return Files.writeString(directory.resolve(name), "outside");
  }

  @Test
  void an_absolute_path_into_the_project_is_understood() {
    write("a/b.txt", "text");
    assertEquals(new Taken("a/b.txt", 1, 1, 1, "text"), all(root + "/a/b.txt"));
    assertEquals(Reason.OUTSIDE, reason(all(root + "/../proj/a/b.txt")));
  }

  @Test
  void a_project_named_through_a_link_is_read() throws IOException {
    write("a.txt", "text");
    Path link = Files.createSymbolicLink(directory.resolve("link"), root);
    assertEquals("text", taken(in(link, Policy.STRICT).read("a.txt", 1, 0)).text());
    assertEquals("text", taken(in(link, Policy.STRICT).read(link + "/a.txt", 1, 0)).text());
  }

  @Test
  void a_neighbour_whose_name_begins_alike_is_outside() throws IOException {
    Files.createDirectory(directory.resolve("proj-secret"));
    outside("proj-secret/a.txt");
    assertEquals(Reason.OUTSIDE, reason(all(root + "-secret/a.txt")));
    assertEquals(Reason.OUTSIDE, reason(all("../proj-secret/a.txt")));
  }

  @Test
  void a_link_to_a_file_is_refused() throws IOException {
    Files.createSymbolicLink(root.resolve("link.txt"), outside("a.txt"));
    assertEquals(Reason.LINK, reason(all("link.txt")));
  }

  @Test
  void a_link_on_the_way_is_refused() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    outside("other/a.txt");
    Files.createSymbolicLink(root.resolve("link"), other);
    write("b/c.txt", "text");
    Files.createSymbolicLink(root.resolve("b/up"), root);
    assertEquals(Reason.LINK, reason(all("link/a.txt")));
    assertEquals(Reason.LINK, reason(all("b/up/b/c.txt")));
  }

  @Test
  void a_link_to_nothing_is_refused() throws IOException {
    Files.createSymbolicLink(root.resolve("link.txt"), directory.resolve("nothing"));
    assertEquals(Reason.LINK, reason(all("link.txt")));
  }

  @Test
  void a_file_swapped_for_a_link_never_shows_what_the_link_leads_to() throws Exception {
    write("a.txt", "inside");
    Swapping swapping = new Swapping(root.resolve("a.txt"), outside("a.txt"));
    swapping.during(RACES, () -> assertInside(all("a.txt")));
  }

  static void assertInside(Snippets.Reading reading) {
    if (reading instanceof Taken taken) {
      assertEquals("inside", taken.text());
    }
  }

  @Test
  void a_hard_link_is_a_file_like_any_other() throws IOException {
    Files.createLink(root.resolve("a.txt"), outside("a.txt"));
    assertEquals("outside", taken(all("a.txt")).text());
    Path secret = Files.writeString(directory.resolve("b"), token());
    Files.createLink(root.resolve("b.txt"), secret);
    assertEquals(Reason.SECRET_TEXT, reason(all("b.txt")));
  }

  @Test
  void a_pipe_is_refused_without_waiting_for_a_writer() throws Exception {
    Path mkfifo = Path.of("/usr/bin/mkfifo");
    assumeTrue(Files.isExecutable(mkfifo), "mkfifo is not there");
    String pipe = root.resolve("pipe").toString();
    assertEquals(0, new ProcessBuilder(mkfifo.toString(), pipe).start().waitFor());
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertEquals(Reason.NOT_A_FILE, reason(all("pipe"))));
  }

  @Test
  void devices_are_refused() {
    assertEquals(Reason.NOT_A_FILE, reason(in(Path.of("/dev"), Policy.STRICT).read("zero", 1, 0)));
  }

  @Test
  void files_of_proc_are_refused() {
    Path self = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(self), "no /proc");
    assertEquals(Reason.UNREADABLE, reason(in(self, Policy.STRICT).read("environ", 1, 0)));
  }

  @Test
  void a_file_that_may_not_be_read_is_refused() throws IOException {
    write("a.txt", "text");
    Path file = root.resolve("a.txt");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "root may read everything");
    assertEquals(Reason.UNREADABLE, reason(all("a.txt")));
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() throws IOException {
    Files.write(root.resolve("a.txt"), new byte[] {'a', (byte) 0xff, '\n'});
    assertEquals(Reason.BINARY, reason(all("a.txt")));
  }

  @Test
  void a_name_that_is_too_long_is_refused() {
    assertEquals(Reason.UNREADABLE, reason(all("x".repeat(300))));
  }

  @Test
  void a_name_that_the_system_cannot_spell_is_refused() {
    assertEquals(Reason.BAD_NAME, reason(all("\ud800.txt")));
  }

  @Test
  void a_name_of_windows_devices_means_nothing() {
    write("CON", "text");
    assertEquals("text", taken(all("CON")).text());
  }

  @Test
  void a_project_within_a_directory_of_secrets_is_kept_back() throws IOException {
    Path ssh = Files.createDirectories(directory.resolve(".ssh/proj"));
    Files.writeString(ssh.resolve("a.txt"), "text");
    assertEquals(Reason.SECRET_NAME, reason(in(ssh, Policy.STRICT).read("a.txt", 1, 0)));
  }

  @Test
  void a_human_can_allow_secrets() {
    write(".env", token());
    Snippets lifted = in(root, new Policy(false, true));
    assertEquals(token(), taken(lifted.read(".env", 1, 0)).text());
  }

  @Test
  void a_project_that_is_no_directory_is_reported() throws IOException {
    Path file = outside("a.txt");
    assertThrows(StorageException.class, () -> ProjectFiles.in(file, Policy.STRICT, LIMIT));
    Path nothing = directory.resolve("nothing");
    assertThrows(StorageException.class, () -> ProjectFiles.in(nothing, Policy.STRICT, LIMIT));
  }
}
