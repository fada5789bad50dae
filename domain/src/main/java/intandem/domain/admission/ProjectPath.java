package intandem.domain.admission;

import intandem.domain.port.Snippets.Reason;
import intandem.domain.port.Snippets.Refused;
import java.util.Arrays;
import java.util.List;

/** A place in the project, by names from its root: never empty, and none leads up or elsewhere. */
public record ProjectPath(List<String> names) {
  /** Copies the names. */
  public ProjectPath {
    names = List.copyOf(names);
  }

  /** What a path turned out to be. */
  public sealed interface Parsed {}

  /** A path in the project. */
  public record Valid(ProjectPath path) implements Parsed {}

  /** No such path, and why. */
  public record Invalid(Refused refused) implements Parsed {}

  /**
   * Reads a relative path. Empty names and '.' are left out; '..', '\', ':' (streams of Windows)
   * and control characters are refused.
   */
  public static Parsed parse(String path) {
    List<String> names =
        Arrays.stream(path.split("/", -1)).filter(n -> !n.isEmpty() && !n.equals(".")).toList();
    if (path.startsWith("/") || names.contains("..")) {
      return invalid(Reason.OUTSIDE, "The path leads out of the project.");
    }
    if (path.chars().anyMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c))) {
      return invalid(Reason.BAD_NAME, "The path holds '\\', ':' or a control character.");
    }
    return names.isEmpty()
        ? invalid(Reason.NOT_A_FILE, "The path names the project itself.")
        : new Valid(new ProjectPath(names));
  }

  private static Invalid invalid(Reason reason, String detail) {
    return new Invalid(new Refused(reason, detail));
  }

  /** The names with '/' between them. */
  @Override
  public String toString() {
    return String.join("/", names);
  }
}
