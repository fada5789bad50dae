package intandem.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tarball, unpacked into a folder with a space in its name. */
class BundleIT {
  private static final Bundle.Run VERSION = new Bundle.Run(0, "intandem 0.1.0\n", "");

  @TempDir private static Path shared;
  private static Bundle unpacked = new Bundle(Path.of(""));
  private Path folder = Path.of("");

  @BeforeAll
  static void unpack() throws Exception {
    unpacked = Bundle.unpack(Files.createDirectory(shared.resolve("some where")));
  }

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory(shared, "");
  }

  @Test
  void it_runs_without_a_path_a_home_or_another_java() throws Exception {
    assertEquals(VERSION, unpacked.run("--version"));
  }

  @Test
  void two_sessions_of_the_bundle_hear_each_other() throws Exception {
    var demo = unpacked.run("demo");
    assertEquals(
        "0 Both sides heard each other.",
        demo.exitCode() + " " + demo.out().lines().toList().getLast());
  }

  @Test
  void the_doctor_of_the_bundle_finds_its_cache_and_hears_a_message() throws Exception {
    var environment = Map.of("HOME", folder.toString(), "INTANDEM_TUNNEL", "off");
    var run = Bundle.run(unpacked.launcher(), environment, "doctor");
    assertEquals(0, run.exitCode(), run.out());
    assertTrue(run.out().contains(", with its start cache\n"), run.out());
    assertTrue(run.out().contains("a message arrived on this machine\n"), run.out());
  }

  @Test
  void arguments_arrive_as_they_were_given() throws Exception {
    assertEquals(2, unpacked.run("--version --version").exitCode());
  }

  @Test
  void it_runs_through_a_chain_of_absolute_and_relative_links() throws Exception {
    var links = Files.createDirectories(folder.resolve("my bin"));
    var absolute = Files.createSymbolicLink(links.resolve("absolute"), unpacked.launcher());
    var relative = Files.createSymbolicLink(links.resolve("relative"), Path.of("absolute"));
    var outer = Path.of("my bin").resolve(relative.getFileName());
    var start = Files.createSymbolicLink(folder.resolve("start"), outer);
    assertEquals(absolute.getParent(), relative.getParent());
    assertEquals(VERSION, Bundle.run(start, Map.of("PATH", "/usr/bin:/bin"), "--version"));
  }

  @Test
  void it_runs_through_a_link_to_its_folder() throws Exception {
    var bin = Files.createSymbolicLink(folder.resolve("bin"), unpacked.home().resolve("bin"));
    assertEquals(VERSION, Bundle.run(bin.resolve("intandem"), Map.of(), "--version"));
  }

  @Test
  void java_options_in_the_environment_are_ignored() throws Exception {
    var options =
        Map.of(
            "JAVA_TOOL_OPTIONS", "-XX:NoSuchOption",
            "_JAVA_OPTIONS", "-XX:NoSuchOption",
            "JDK_JAVA_OPTIONS", "--no-such-option",
            "JAVA_HOME", "/no/such/folder",
            "CLASSPATH", "/no/such/folder");
    assertEquals(VERSION, Bundle.run(unpacked.launcher(), options, "--version"));
  }

  @Test
  void a_copy_elsewhere_uses_the_cache() throws Exception {
    assertEquals(VERSION, unpacked.copy(folder).insistOnTheCache().run("--version"));
  }

  @Test
  void it_runs_without_its_cache() throws Exception {
    var copy = unpacked.copy(folder);
    Files.delete(copy.cache());
    assertEquals(VERSION, copy.run("--version"));
  }

  @Test
  void a_cache_with_a_changed_byte_is_not_used() throws Exception {
    var copy = unpacked.copy(folder);
    try (var cache = new RandomAccessFile(copy.cache().toFile(), "rw")) {
      for (long at = cache.length() / 4; at < cache.length(); at += 4096) {
        cache.seek(at);
        cache.write(0x5a);
      }
    }
    assertEquals(VERSION, copy.run("--version"));
    assertNotEquals(0, copy.insistOnTheCache().run("--version").exitCode());
  }

  @Test
  void changed_bytes_under_the_right_age_cost_no_more_than_time() throws Exception {
    var copy = unpacked.copy(folder);
    var time = Files.getLastModifiedTime(copy.cache());
    try (var cache = new RandomAccessFile(copy.cache().toFile(), "rw")) {
      long middle = cache.length() / 2;
      cache.seek(middle);
      int was = cache.read();
      cache.seek(middle);
      cache.write(was ^ 0x5a);
    }
    Files.setLastModifiedTime(copy.cache(), time);
    var run = copy.run("--version");
    assertEquals(VERSION.out() + 0, run.out() + run.exitCode());
  }

  @Test
  void a_cache_is_not_used_with_a_jar_that_changed() throws Exception {
    var copy = unpacked.copy(folder);
    Files.setLastModifiedTime(copy.jar("intandem-app"), FileTime.from(Instant.EPOCH));
    assertEquals(VERSION, copy.run("--version"));
    assertNotEquals(0, copy.insistOnTheCache().run("--version").exitCode());
  }

  @Test
  void a_truncated_cache_of_the_right_age_leaves_standard_output_clean() throws Exception {
    var whole = Files.readAllBytes(unpacked.cache());
    assertCacheIsRefused(Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void an_empty_cache_of_the_right_age_leaves_standard_output_clean() throws Exception {
    assertCacheIsRefused(new byte[0]);
  }

  @Test
  void garbage_of_the_right_age_leaves_standard_output_clean() throws Exception {
    var garbage = new byte[1 << 20];
    Arrays.fill(garbage, (byte) 0x5a);
    assertCacheIsRefused(garbage);
  }

  @Test
  void a_cache_made_with_other_options_leaves_standard_output_clean() throws Exception {
    var copy = unpacked.copy(folder);
    var script = Files.readString(copy.launcher());
    Files.writeString(
        copy.launcher(),
        script.replace("-Xlog:disable", "-XX:+UseCompactObjectHeaders -Xlog:disable"));
    assertEquals(VERSION.out(), copy.run("--version").out());
  }

  private void assertCacheIsRefused(byte[] content) throws IOException, InterruptedException {
    var copy = unpacked.copy(folder);
    var time = Files.getLastModifiedTime(copy.cache());
    Files.write(copy.cache(), content);
    Files.setLastModifiedTime(copy.cache(), time);
    var run = copy.run("--version");
    assertEquals(VERSION.out(), run.out());
    assertEquals(0, run.exitCode());
  }
}
