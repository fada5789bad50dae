package intandem.app.command;

import intandem.home.McpConfig;
import intandem.home.McpConfig.Outcome;
import intandem.home.Plugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells Claude Code how to start InTandem, for one project or for the user. */
public final class Init implements Command {
  private static final String USER = "--user";
  private static final String FORCE = "--force";
  private static final Set<String> OPTIONS = Set.of(USER, FORCE);
  private static final String NEXT =
      """
      Next:
        * Start Claude Code here again; it asks whether you trust the new server.
        * Claude Code asks before each of its tools, and with -p refuses them, until you allow
          them in ~/.claude/settings.json or .claude/settings.json:
            {"permissions": {"allow": ["mcp__intandem__*"]}}
          This allows all of them, also those that send what the session writes to others.
        * A session that waits is woken by messages where Claude Code allows that. The preview for
          channels that it has not reviewed is another way:
            claude --dangerously-load-development-channels server:intandem
          Without either, messages are shown with the next result of an InTandem tool.\
      """;

  @Override
  public int run(Shell shell, List<String> arguments) throws IOException {
    if (!OPTIONS.containsAll(arguments)) {
      List<String> surplus =
          arguments.stream().filter(argument -> !OPTIONS.contains(argument)).toList();
      return shell.usage("init [--user] [--force]", surplus);
    }
    Optional<String> launcher = shell.launcher();
    if (launcher.isEmpty()) {
      shell.err().println("intandem: init runs from an installed bundle: bin/intandem init");
      return 1;
    }
    Optional<Path> enabling = Plugins.enabledBy(shell.settings(), "intandem");
    if (enabling.isPresent() && !arguments.contains(FORCE)) {
      return twice(shell, enabling.get());
    }
    Path file = arguments.contains(USER) ? shell.userServers() : shell.projectServers();
    McpConfig.Server server = new McpConfig.Server(real(shell, launcher.get()), List.of("channel"));
    return report(
        shell, file, new McpConfig(file).add("intandem", server, arguments.contains(FORCE)));
  }

  /** Two servers would be two members, and the hooks of the plugin would speak to one of them. */
  private static int twice(Shell shell, Path enabling) {
    shell.err().println("intandem: nothing was changed, as the plugin is on in " + enabling + ".");
    shell.err().println("It starts InTandem already; an entry beside it would start another one.");
    shell.err().println("To use the entry: claude plugin disable intandem, and init again.");
    shell.err().println("To add it all the same, for others or for later: intandem init --force");
    return 1;
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
