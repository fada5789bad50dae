package intandem.app.doctor;

import intandem.app.command.Command;
import intandem.app.doctor.Checkup.Finding;
import intandem.app.doctor.Checkup.State;
import intandem.app.host.Settings;
import intandem.domain.port.StorageException;
import intandem.home.Home;
import intandem.home.ServerNames;
import intandem.tunnel.Binary;
import intandem.tunnel.TunnelChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be seen of an installation without opening a workspace. */
record Examination(Command.Shell shell) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 1 << 20;
  private static final String NAME = "intandem";
  private static final Pattern VERSION = Pattern.compile("([0-9]+)\\.([0-9]+)\\.([0-9]+)");

  /** From this one on, Claude Code offers its servers a socket to wake a session by. */
  private static final List<Integer> WITH_SOCKET = List.of(2, 1, 224);

  Stream<Finding> findings() {
    return Stream.concat(
        Stream.of(runtime(), home(), server(), permissions(), claudeCode(), tunnel()), settings());
  }

  private Finding runtime() {
    String java = "Java " + Runtime.version().feature() + ", " + System.getProperty("os.arch", "");
    String cache = System.getProperty("intandem.cache", "");
    if (shell.launcher().isEmpty()) {
      return new Finding("runtime", State.WARNING, java + ", not started from a bundle");
    }
    return cache.isEmpty()
        ? new Finding(
            "runtime",
            State.WARNING,
            java + ", without its start cache: it starts slower. Unpack the tarball anew, with tar")
        : new Finding("runtime", State.OK, java + ", with its start cache");
  }

  private Finding home() {
    try {
      Path directory = shell.homeDirectory();
      if (Files.notExists(directory)) {
        Home.probe(directory);
        return new Finding("files", State.OK, directory + ", to be made at the first use");
      }
      int memberships = Home.open(directory).memberships().all().size();
      String detail = directory + ", yours alone; memberships: " + memberships;
      return new Finding("files", State.OK, detail);
    } catch (StorageException e) {
      return new Finding("files", State.BROKEN, String.valueOf(e.getMessage()));
    }
  }

  private Finding server() {
    List<Path> files = List.of(shell.projectServers(), shell.userServers());
    boolean shared = ServerNames.shared(files.getFirst()).contains(NAME);
    boolean personal = ServerNames.personal(files.getLast(), shell.directory()).contains(NAME);
    if (shared || personal) {
      Path there = shared ? files.getFirst() : files.getLast();
      return new Finding("server", State.OK, "Claude Code finds InTandem in " + there);
    }
    return new Finding(
        "server",
        State.WARNING,
        "no entry here or in " + files.getLast() + ": run intandem init, or install the plugin");
  }

  private Finding permissions() {
    Path user = shell.userHome().resolve(".claude");
    Path project = shell.directory().resolve(".claude");
    Optional<Path> allowing =
        Stream.of(project, user)
            .flatMap(d -> Stream.of(d.resolve("settings.local.json"), d.resolve("settings.json")))
            .filter(Examination::namesOurTools)
            .findFirst();
    return new Finding(
        "permissions",
        State.OK,
        allowing
            .map(file -> file + " names tools of InTandem; see /permissions")
            .orElse("Claude Code asks before each tool"));
  }

  private static boolean namesOurTools(Path settings) {
    try {
      return Files.isRegularFile(settings)
          && Files.size(settings) <= MOST_BYTES
          && Files.readString(settings).contains("mcp__intandem");
    } catch (IOException e) {
      return false;
    }
  }

  private Finding claudeCode() {
    Optional<Path> claude = Binary.find("claude", shell.environment().getOrDefault("PATH", ""));
    if (claude.isEmpty()) {
      return new Finding("claude code", State.WARNING, "there is no claude on the PATH");
    }
    Matcher version = VERSION.matcher(said(claude.get()));
    if (!version.find()) {
      return new Finding("claude code", State.WARNING, claude.get() + " does not say its version");
    }
    List<Integer> numbers =
        Stream.of(1, 2, 3).map(group -> Integer.parseInt(version.group(group))).toList();
    String wakes =
        atLeast(numbers, WITH_SOCKET)
            ? "wakes sessions by its socket; with the plugin also by hooks"
            : "has no socket to wake sessions by (2.1.224 and later): use the plugin's hooks";
    return new Finding("claude code", State.OK, version.group() + ", " + wakes);
  }

  private static boolean atLeast(List<Integer> version, List<Integer> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!version.get(i).equals(wanted.get(i))) {
        return version.get(i) > wanted.get(i);
      }
    }
    return true;
  }

  /** What {@code claude --version} says within 5 seconds. */
  private String said(Path claude) {
    try {
      Path out = Files.createTempFile("intandem-claude", "");
      try {
        Process process =
            new ProcessBuilder(claude.toString(), "--version")
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.ISO_8859_1);
      } finally {
        Files.delete(out);
      }
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private Stream<Finding> settings() {
    return Settings.problems(shell.environment()).stream()
        .map(problem -> new Finding("setting", State.BROKEN, problem));
  }

  private Finding tunnel() {
    return switch (TunnelChoice.of(shell.environment())) {
      case TunnelChoice.Off() ->
          new Finding("setting", State.OK, "INTANDEM_TUNNEL=off: this machine only");
      case TunnelChoice.Use(var tunnel) ->
          new Finding(
              "setting",
              State.OK,
              "a hub of yours opens a tunnel: " + tunnel.carrier().name().toLowerCase(Locale.ROOT));
      case TunnelChoice.Unusable(String problem) -> new Finding("setting", State.BROKEN, problem);
    };
  }
}
