package intandem.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The processes of a Linux machine by their files: field 22 of {@code /proc/<pid>/stat} counts
 * hundredths of a second from the boot to the start (proc_pid_stat(5)), whatever the clock shows.
 */
record ProcFiles(Path directory) implements Processes {
  /** A start before this one is such a count. */
  private static final Instant SINCE_BOOT = Instant.parse("2000-01-01T00:00:00Z");

  /** The state of a process that its parent has not asked after yet. */
  private static final String ENDED = "Z";

  private static final int MILLIS = 10;

  /** Of the fields after the name, which may hold spaces and brackets itself. */
  private static final int START = 22 - 3;

  static Path stat(Path directory, long pid) {
    return directory.resolve(Long.toString(pid)).resolve("stat");
  }

  @Override
  public Optional<Instant> started(long pid) {
    try {
      String line = Files.readString(stat(directory, pid), StandardCharsets.ISO_8859_1);
      List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
      return fields.getFirst().equals(ENDED)
          ? Optional.empty()
          : Optional.of(Instant.ofEpochMilli(MILLIS * Long.parseLong(fields.get(START))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A record of an earlier version, or of another system, has the time of day. */
  @Override
  public boolean alive(long pid, Instant began) {
    Processes clock = Processes::byTimeOfDay;
    return began.isBefore(SINCE_BOOT)
        ? started(pid).filter(began::equals).isPresent()
        : clock.alive(pid, began);
  }
}
