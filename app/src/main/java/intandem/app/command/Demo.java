package intandem.app.command;

import intandem.mcp.client.ChildSession;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two sessions of this very program meet on this machine; nothing of it stays behind. */
public final class Demo implements Command {
  private static final String QUESTION = "Which port is free?";
  private static final String REPLY = "8080 is.";

  @Override
  public int run(Shell shell, List<String> arguments) throws IOException {
    if (!arguments.isEmpty()) {
      return shell.usage("demo", arguments);
    }
    Optional<String> launcher = shell.launcher();
    if (launcher.isEmpty()) {
      shell.err().println("intandem: demo runs from an installed bundle: bin/intandem demo");
      return 1;
    }
    try (Scratch home = Scratch.of("demo")) {
      return play(shell.out(), List.of(launcher.get(), "channel"), home.directory());
    }
  }

  private static int play(PrintStream out, List<String> command, Path home) {
    Map<String, String> ada = variables(home, "demo-ada");
    Map<String, String> bob = variables(home, "demo-bob");
    try (ChildSession first = ChildSession.start(command, ada);
        ChildSession second = ChildSession.start(command, bob)) {
      Stage stage = new Stage(out, first, second);
      String created = stage.first("intandem_create", Map.of("name", "demo"));
      stage.second("intandem_join", Map.of("code", line(created, "[A-Z2-9]{6}")));
      stage.first("intandem_send", Map.of("type", "question", "message", QUESTION));
      String read = stage.second("intandem_inbox", Map.of("wait_seconds", 10));
      String asker = line(created, "You are .*").replace("You are ", "").strip();
      stage.second("intandem_send", Map.of("type", "chat", "message", REPLY, "to", asker));
      String answer = stage.first("intandem_inbox", Map.of("wait_seconds", 10));
      boolean heard = read.contains(QUESTION) && answer.contains(REPLY);
      out.println(heard ? "Both sides heard each other." : "Something was not heard.");
      return heard ? 0 : 1;
    }
  }

  private record Stage(PrintStream out, ChildSession one, ChildSession other) {
    String first(String tool, Map<String, Object> arguments) {
      return call("The first session", one, tool, arguments);
    }

    String second(String tool, Map<String, Object> arguments) {
      return call("The second session", other, tool, arguments);
    }

    private String call(
        String who, ChildSession session, String tool, Map<String, Object> arguments) {
      out.println("== " + who + " calls " + tool + " " + arguments);
      String text = session.call(tool, arguments);
      out.println(text.indent(3));
      return text;
    }
  }

  private static Map<String, String> variables(Path home, String name) {
    return Map.of(
        "INTANDEM_HOME", home.toString(), "INTANDEM_TUNNEL", "off", "CLAUDE_CODE_SESSION_ID", name);
  }

  private static String line(String text, String shape) {
    return text.lines().filter(line -> line.matches(shape)).findFirst().orElse("");
  }
}
