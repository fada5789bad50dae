package intandem.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import intandem.domain.port.Snippets.Reason;
import intandem.domain.port.Snippets.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ProjectGitTest {
  private static final Git GIT = new Git("git", Duration.ofSeconds(10));

  @TempDir Path directory;
  private Path root;

  @BeforeEach
  void create() throws Exception {
    root = Files.createDirectory(directory.toRealPath().resolve("proj"));
    assumeTrue(installed(), "git is not installed");
  }

  @Test
  void without_a_work_tree_git_has_no_say() throws Exception {
    write(".gitignore", "*.log");
    assertEquals(Optional.empty(), GIT.refusal(root, write("a.log", "text")));
    assertEquals(Optional.empty(), missing().refusal(root, root.resolve("a.log")));
  }

  @Test
  void an_ignored_file_is_refused() throws Exception {
    git(root, "init");
    write(".gitignore", "*.log\nbuild/\n");
    assertEquals(Optional.of(Reason.IGNORED), reason(write("a.log", "text")));
    assertEquals(Optional.of(Reason.IGNORED), reason(write("build/a.txt", "text")));
    assertEquals(Optional.empty(), reason(write("a.txt", "text")));
  }

  @Test
  void a_pattern_in_a_directory_below_is_obeyed() throws Exception {
    git(root, "init");
    write(".gitignore", "*.log");
    write("a/.gitignore", "!kept.log\n*.txt");
    assertEquals(Optional.empty(), reason(write("a/kept.log", "text")));
    assertEquals(Optional.of(Reason.IGNORED), reason(write("a/b.txt", "text")));
  }

  @Test
  void a_file_that_git_tracks_is_not_ignored() throws Exception {
    git(root, "init");
    Path file = write("a.log", "text");
    git(root, "add", "a.log");
    write(".gitignore", "*.log");
    assertEquals(Optional.empty(), reason(file));
  }

  @Test
  void a_name_is_no_pattern_and_no_option() throws Exception {
    git(root, "init");
    write(".gitignore", "ab.txt");
    write("ab.txt", "text");
    assertEquals(Optional.empty(), reason(write("a?.txt", "text")));
    assertEquals(Optional.empty(), reason(write("--version", "text")));
  }

  @Test
  void the_work_tree_above_the_project_decides() throws Exception {
    git(directory, "init");
    Files.writeString(directory.resolve(".gitignore"), "*.log");
    assertEquals(Optional.of(Reason.IGNORED), reason(write("a.log", "text")));
  }

  @Test
  void work_trees_around_that_of_the_project_have_no_say() throws Exception {
    git(directory, "init");
    Files.writeString(directory.resolve(".gitignore"), "*");
    git(root, "init");
    assertEquals(Optional.empty(), reason(write("a.txt", "text")));
  }

  @Test
  void of_work_trees_in_each_other_both_have_a_say() throws Exception {
    git(root, "init");
    write(".gitignore", "ignored/");
    git(root, "init", "inner");
    write("inner/.gitignore", "*.log");
    git(root, "init", "ignored/inner");
    assertEquals(Optional.of(Reason.IGNORED), reason(write("inner/a.log", "text")));
    assertEquals(Optional.of(Reason.IGNORED), reason(write("ignored/inner/a.txt", "text")));
    assertEquals(Optional.empty(), reason(write("inner/a.txt", "text")));
  }

  @Test
  void a_submodule_decides_on_its_files() throws Exception {
    git(root, "init");
    git(root, "init", "sub");
    String commit = "160000," + "1".repeat(40) + ",sub";
    git(root, "update-index", "--add", "--cacheinfo", commit);
    write("sub/.gitignore", "*.log");
    assertEquals(Optional.empty(), reason(write("sub/a.txt", "text")));
    assertEquals(Optional.of(Reason.IGNORED), reason(write("sub/a.log", "text")));
  }

  @Test
  void a_program_that_the_repository_names_is_not_run() throws Exception {
    git(root, "init");
    Path ran = directory.resolve("ran");
    git(root, "config", "core.fsmonitor", script("monitor", "touch " + ran).toString());
    assertEquals(Optional.empty(), reason(write("a.txt", "text")));
    assertFalse(Files.exists(ran));
  }

  @Test
  void without_git_nothing_of_a_work_tree_is_shared() throws Exception {
    git(root, "init");
    Refused refused = missing().refusal(root, write("a.txt", "text")).orElseThrow();
    assertEquals(Reason.IGNORED_UNKNOWN, refused.reason());
    assertTrue(refused.detail().contains("is it installed?"), refused.detail());
  }

  @Test
  void a_git_that_fails_or_hangs_did_not_allow_anything() throws Exception {
    git(root, "init");
    Path file = write("a.txt", "text");
    Git failing = new Git(script("failing", "exit 128").toString(), Duration.ofSeconds(10));
    assertEquals("it ends with 128", problem(failing, file));
    Git hanging =
        new Git(script("hanging", "exec tail -f /dev/null").toString(), Duration.ofMillis(50));
    assertEquals("it takes too long", problem(hanging, file));
  }

  @Test
  void git_is_told_nothing_of_our_environment_but_where_its_things_are() throws Exception {
    git(root, "init");
    Path seen = directory.resolve("seen");
    Git spy = new Git(script("spy", "env > " + seen + "; exit 1").toString(), GIT.patience());
    assertEquals(Optional.empty(), spy.refusal(root, write("a.txt", "text")));
    List<String> known =
        List.of("PATH", "HOME", "XDG_CONFIG_HOME", "GIT_OPTIONAL_LOCKS", "GIT_NO_LAZY_FETCH");
    List<String> ofTheShell = List.of("PWD", "OLDPWD", "SHLVL", "_");
    try (Stream<String> names = Files.lines(seen).map(line -> line.split("=", 2)[0])) {
      assertEquals(
          List.of(), names.filter(n -> !known.contains(n) && !ofTheShell.contains(n)).toList());
    }
  }

  @Test
  void a_human_can_allow_what_git_ignores() throws Exception {
    git(root, "init");
    write(".gitignore", "*.log");
    write("a.log", "text");
    Root at = Root.of(root);
    var lifted = new ProjectFiles(at, Tree.of(root), missing(), new Policy(true, false), 100);
    assertTrue(lifted.read("a.log", 1, 0).toString().contains("text"));
  }

  @Test
  void a_project_asks_git_about_the_file_it_reads() throws Exception {
    git(root, "init");
    write(".gitignore", "*.log");
    write("a/b.log", "text");
    var project = ProjectFiles.in(root, Policy.STRICT, 100);
    assertEquals(
        new Refused(Reason.IGNORED, "Git ignores a/b.log."), project.read("a/b.log", 1, 0));
  }

  private Optional<Reason> reason(Path file) {
    return GIT.refusal(root, file).map(Refused::reason);
  }

  private String problem(Git git, Path file) {
    String detail = git.refusal(root, file).orElseThrow().detail();
    return detail.substring(detail.indexOf(": ") + 2, detail.length() - 1);
  }

  private Git missing() {
    return new Git(directory.resolve("no-git").toString(), Duration.ofSeconds(1));
  }

  private Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private Path script(String name, String command) throws IOException {
    Path script = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + command + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private static boolean installed() throws Exception {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void git(Path where, String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    Process git = new ProcessBuilder(command).directory(where.toFile()).start();
    assertEquals(0, git.waitFor());
  }
}
