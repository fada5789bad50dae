package intandem.app.host;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the command line of the host tells. Nothing of it is kept or logged. */
public final class HostCommand {
  private static final List<String> CHANNELS =
      List.of("--channels", "--dangerously-load-development-channels");
  private static final List<String> NOT_INTERACTIVE = List.of("-p", "--print");
  private static final int ANCESTORS = 2;

  private HostCommand() {}

  /** Whether a process that led to this one was started to take channel events. */
  public static boolean takesChannels() {
    return Stream.iterate(
            ProcessHandle.current().parent(),
            Optional::isPresent,
            parent -> parent.flatMap(ProcessHandle::parent))
        .limit(ANCESTORS)
        .flatMap(Optional::stream)
        .anyMatch(process -> takesChannels(process.info().arguments().orElse(new String[0])));
  }

  /** Claude Code takes them with one of two options, and only where it talks with its user. */
  static boolean takesChannels(String... arguments) {
    List<String> words =
        Arrays.stream(arguments).map(argument -> argument.split("=", 2)[0]).toList();
    return CHANNELS.stream().anyMatch(words::contains)
        && NOT_INTERACTIVE.stream().noneMatch(words::contains);
  }
}
