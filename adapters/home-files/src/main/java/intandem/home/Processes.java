package intandem.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The processes of this machine. */
@FunctionalInterface
public interface Processes {
  /** A machine's clock may be set while a process runs, which shifts what is said of its start. */
  Duration SLACK = Duration.ofSeconds(5);

  /** When the process with that id began; empty if there is none. */
  Optional<Instant> started(long pid);

  /** Whether the process with that id is still the one that began then. */
  default boolean alive(long pid, Instant began) {
    return started(pid)
        .filter(start -> Duration.between(start, began).abs().compareTo(SLACK) <= 0)
        .isPresent();
  }

  /** What the operating system says; a start that it does not tell counts as the epoch. */
  static Processes ofThisMachine() {
    Path files = Path.of("/proc");
    return Files.isReadable(ProcFiles.stat(files, ProcessHandle.current().pid()))
        ? new ProcFiles(files)
        : Processes::byTimeOfDay;
  }

  /** By the time of day. */
  static Optional<Instant> byTimeOfDay(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().startInstant().orElse(Instant.EPOCH));
  }
}
