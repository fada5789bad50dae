package intandem.project;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import intandem.domain.port.Snippets.Reason;
import intandem.domain.port.Snippets.Refused;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks git which files it ignores (git-check-ignore(1)). A file that git tracks is not ignored.
 *
 * @param program name or path of git
 * @param patience for each question
 */
record Git(String program, Duration patience) {
  private static final int IGNORED = 0;
  private static final int NOT_IGNORED = 1;

  /** What finds git and the ignore rules of its user. */
  private static final Set<String> KEPT = Set.of("PATH", "HOME", "XDG_CONFIG_HOME");

  private static final Map<String, String> ADDED =
      Map.of("GIT_OPTIONAL_LOCKS", "0", "GIT_NO_LAZY_FETCH", "1");

  /**
   * Why git does not let a file be shared, if so. Every work tree from the file up to the one that
   * the project is in has a say: on the file, or on the work tree in it that the file is in.
   */
  Optional<Refused> refusal(Path root, Path file) {
    Path subject = file;
    for (Path workTree : workTrees(root, file)) {
      Optional<Refused> refused = refusalBy(workTree, workTree.relativize(subject).toString());
      if (refused.isPresent()) {
        return refused;
      }
      subject = workTree;
    }
    return Optional.empty();
  }

  /** The innermost first. */
  private static List<Path> workTrees(Path root, Path file) {
    List<Path> found = new ArrayList<>();
    Path directory = file.getParent();
    boolean done = false;
    while (directory != null && !done) {
      if (Files.exists(directory.resolve(".git"), NOFOLLOW_LINKS)) {
        found.add(directory);
        done = root.startsWith(directory);
      }
      directory = directory.getParent();
    }
    return found;
  }

  private Optional<Refused> refusalBy(Path workTree, String name) {
    try {
      Process git = start(workTree, name);
      try {
        return git.waitFor(patience)
            ? verdict(name, git.exitValue())
            : unknown(name, "it takes too long");
      } finally {
        git.destroyForcibly();
      }
    } catch (IOException e) {
      return unknown(name, "it cannot be started; is it installed?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown(name, "the wait was interrupted");
    }
  }

  /** Without a shell, without a monitor program of the repository, and without the MCP streams. */
  private Process start(Path workTree, String name) throws IOException {
    ProcessBuilder git =
        new ProcessBuilder(
                program, "-c", "core.fsmonitor=false", "check-ignore", "--quiet", "--", name)
            .directory(workTree.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    git.environment().keySet().retainAll(KEPT);
    git.environment().putAll(ADDED);
    return git.start();
  }

  private static Optional<Refused> verdict(String name, int exit) {
    return switch (exit) {
      case IGNORED -> Optional.of(new Refused(Reason.IGNORED, "Git ignores " + name + "."));
      case NOT_IGNORED -> Optional.empty();
      default -> unknown(name, "it ends with " + exit);
    };
  }

  private static Optional<Refused> unknown(String name, String problem) {
    return Optional.of(
        new Refused(
            Reason.IGNORED_UNKNOWN,
            "Git does not say whether it ignores " + name + ": " + problem + "."));
  }
}
