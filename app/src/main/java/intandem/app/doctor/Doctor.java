package intandem.app.doctor;

import intandem.app.command.Command;
import intandem.app.command.Scratch;
import intandem.app.doctor.Checkup.Finding;
import intandem.app.doctor.Checkup.State;
import intandem.tunnel.TunnelChoice;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at everything InTandem needs, tries a message between two sessions, and says what is wrong
 * and what to do. Exits with 1 if something does not work. Nothing of it stays behind.
 */
public final class Doctor implements Command {
  private static final String JSON = "--json";

  @Override
  public int run(Shell shell, List<String> arguments) throws IOException {
    if (!arguments.isEmpty() && !arguments.equals(List.of(JSON))) {
      return shell.usage("doctor [--json]", arguments);
    }
    Checkup checkup =
        new Checkup(
            Stream.concat(new Examination(shell).findings(), roundTrip(shell).stream()).toList());
    shell.out().println(arguments.isEmpty() ? checkup.text() : checkup.json());
    return checkup.broken() ? 1 : 0;
  }

  private static List<Finding> roundTrip(Shell shell) throws IOException {
    Optional<String> launcher = shell.launcher();
    if (launcher.isEmpty()) {
      return List.of(
          new Finding("round trip", State.WARNING, "not tried: it needs an installed bundle"));
    }
    try (Scratch scratch = Scratch.of("doctor")) {
      return new RoundTrip(launcher.get(), scratch.directory(), tunnel(shell)).findings().toList();
    } catch (RuntimeException e) {
      return List.of(new Finding("round trip", State.BROKEN, "it failed: " + e.getMessage()));
    }
  }

  private static RoundTrip.Tunnel tunnel(Shell shell) {
    String wanted = shell.environment().getOrDefault("INTANDEM_TUNNEL", "auto").strip();
    if (!(TunnelChoice.of(shell.environment()) instanceof TunnelChoice.Use)) {
      return RoundTrip.Tunnel.OFF;
    }
    return wanted.equals("auto") || wanted.isEmpty()
        ? RoundTrip.Tunnel.IF_POSSIBLE
        : RoundTrip.Tunnel.ASKED_FOR;
  }
}
