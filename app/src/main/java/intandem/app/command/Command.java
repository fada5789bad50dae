package intandem.app.command;

import intandem.home.Home;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that can be asked for on the command line. */
public interface Command {
  /** Runs and answers the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
  int run(Shell shell, List<String> arguments) throws Exception;

  /** Where a command was called: its environment, directory and streams. */
  record Shell(Map<String, String> environment, Path directory, PrintStream out, PrintStream err) {
    /** The user's own directory: {@code HOME}, else what the operating system says. */
    public Path userHome() {
      String home = environment.getOrDefault("HOME", "");
      return Path.of(home.isEmpty() ? System.getProperty("user.home") : home);
    }

    /** What started this program, if that is an installed bundle. */
    public Optional<String> launcher() {
      return Optional.ofNullable(System.getProperty("intandem.launcher"))
          .filter(launcher -> !launcher.isEmpty());
    }

    /** Where InTandem keeps this user's files. */
    public Path homeDirectory() {
      return Home.locate(environment, userHome());
    }

    /** Where Claude Code finds the MCP servers of a project. */
    public Path projectServers() {
      return directory.resolve(".mcp.json");
    }

    /** Where Claude Code keeps the MCP servers of this user. */
    public Path userServers() {
      String own = environment.getOrDefault("CLAUDE_CONFIG_DIR", "");
      return (own.isEmpty() ? userHome() : Path.of(own)).resolve(".claude.json");
    }

    /** Claude Code's settings, those that win first. */
    public List<Path> settings() {
      Path project = directory.resolve(".claude");
      String own = environment.getOrDefault("CLAUDE_CONFIG_DIR", "");
      Path user = own.isEmpty() ? userHome().resolve(".claude") : Path.of(own);
      return List.of(
          project.resolve("settings.local.json"),
          project.resolve("settings.json"),
          user.resolve("settings.json"));
    }

    /** Says what of that was not understood, how a command is used, and answers 2. */
    public int usage(String usage, List<String> surplus) {
      if (!surplus.isEmpty()) {
        err.println("intandem: not understood: " + printable(String.join(" ", surplus)));
      }
      err.println("usage: intandem " + usage);
      return 2;
    }

    /** A text that a terminal shows and does not obey. */
    static String printable(String text) {
      return text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}]", "?");
    }
  }
}
