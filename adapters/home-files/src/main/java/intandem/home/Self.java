package intandem.home;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The process that reads and writes session records.
 *
 * @param session name of its record: the host's session id, else pid and start
 * @param directory where it works
 * @param started when it began, as {@link Processes} says
 */
public record Self(String session, Path directory, long pid, Instant started) {
  private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public Self {
    if (!isSession(session)) {
      throw new IllegalArgumentException("not the name of a session");
    }
  }

  /** A process; an id that is no plain word of at most 64 characters is not used. */
  public static Self of(
      Map<String, String> environment, Path directory, long pid, Instant started) {
    String id = environment.getOrDefault("CLAUDE_CODE_SESSION_ID", "");
    String session = isSession(id) ? id : "pid-" + pid + "-" + started.toEpochMilli();
    return new Self(session, directory, pid, started);
  }

  /** This very process. */
  public static Self current(Map<String, String> environment, Path directory) {
    long pid = ProcessHandle.current().pid();
    Instant started = Processes.ofThisMachine().started(pid).orElse(Instant.EPOCH);
    return of(environment, directory, pid, started);
  }

  /** Whether it is the same process, as far as a record tells, which counts milliseconds. */
  boolean isProcess(Self other) {
    return pid == other.pid && started.toEpochMilli() == other.started.toEpochMilli();
  }

  static boolean isSession(String text) {
    return SESSION.matcher(text).matches();
  }
}
