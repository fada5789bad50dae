package intandem.app.host;

import intandem.app.command.Command;
import intandem.home.ServerNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What peers are told of a session beside its name: what its directory is called, and its MCP
 * servers. {@code INTANDEM_CAPABILITIES=off} tells them nothing.
 */
public final class Capabilities {
  private static final String OWN = "intandem";
  private static final int MOST_SERVERS = 20;
  private static final int MOST_CHARS = 60;

  private Capabilities() {}

  /** Reads them anew; names of more than 60 characters are left out, and servers after 20. */
  public static List<String> of(Command.Shell shell) {
    String wanted = shell.environment().getOrDefault("INTANDEM_CAPABILITIES", "");
    if (wanted.strip().equalsIgnoreCase("off")) {
      return List.of();
    }
    return Stream.concat(directory(shell).stream(), servers(shell)).toList();
  }

  private static Optional<String> directory(Command.Shell shell) {
    return Optional.ofNullable(shell.directory().getFileName())
        .map(Path::toString)
        .filter(Capabilities::fits);
  }

  private static Stream<String> servers(Command.Shell shell) {
    return Stream.of(
            ServerNames.shared(shell.projectServers()),
            ServerNames.personal(shell.userServers(), shell.directory()))
        .flatMap(names -> names.stream())
        .filter(name -> !name.equals(OWN) && fits(name))
        .distinct()
        .limit(MOST_SERVERS)
        .map(name -> "mcp:" + name);
  }

  private static boolean fits(String name) {
    return !name.isBlank() && name.codePointCount(0, name.length()) <= MOST_CHARS;
  }
}
