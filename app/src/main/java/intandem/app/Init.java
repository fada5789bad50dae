package intandem.app;

import intandem.home.McpConfig;
import intandem.home.McpConfig.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Tells Claude Code how to start InTandem, for one project or for the user. */
final class Init implements Command {
  private static final String LAUNCHER = "intandem.launcher";
  private static final String USER = "--user";
  private static final String FORCE = "--force";
  private static final String NEXT =
      """
      Next:
        * Start Claude Code here again; it asks whether you trust the new server.
        * To be asked less, allow its tools in your Claude Code settings: "mcp__intandem__*".
          This allows all of them, also those that send what the session writes to others.
        * To be woken by messages: claude --dangerously-load-development-channels server:intandem
          Claude Code's preview for channels that it has not reviewed. All else works without it.\
      """;

  @Override
  public int run(Shell shell, List<String> arguments) throws IOException {
    if (!Set.of(USER, FORCE).containsAll(arguments)) {
      return shell.usage("init [--user] [--force]");
    }
    String launcher = System.getProperty(LAUNCHER, "");
    if (launcher.isEmpty()) {
      shell.err().println("intandem: init runs from an installed bundle: bin/intandem init");
      return 1;
    }
    Path file = arguments.contains(USER) ? shell.userServers() : shell.projectServers();
    McpConfig.Server server = new McpConfig.Server(real(shell, launcher), List.of("channel"));
    return report(
        shell, file, new McpConfig(file).add("intandem", server, arguments.contains(FORCE)));
  }

  /** Claude Code starts it from any directory. */
  private static String real(Shell shell, String launcher) throws IOException {
    return shell.directory().resolve(launcher).toRealPath().toString();
  }

  private static int report(Shell shell, Path file, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Added() -> done(shell, "InTandem was added to " + file + ".");
      case Outcome.AlreadyThere() ->
          done(shell, "InTandem is already there in " + file + "; nothing was changed.");
      case Outcome.Replaced(String before) ->
          done(shell, "InTandem was added to " + file + ", in place of " + before);
      case Outcome.Different(String there, String wanted) -> {
        shell.err().println("intandem: " + file + " has another entry 'intandem'; it was left.");
        shell.err().println("  there:  " + there);
        shell.err().println("  wanted: " + wanted);
        shell.err().println("To replace it: intandem init --force");
        yield 1;
      }
      case Outcome.NotReadable(String why) -> {
        shell.err().println("intandem: " + file + " was left as it is: " + why);
        yield 1;
      }
    };
  }

  private static int done(Shell shell, String what) {
    shell.out().println(what);
    shell.out().println(NEXT);
    return 0;
  }
}
