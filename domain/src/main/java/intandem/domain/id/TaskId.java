package intandem.domain.id;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a task of one board: {@code T-} and the first 6 or more hex digits of the hash of the
 * command that made it and its position in that command's plan.
 */
public record TaskId(String value) {
  /** Digits of an id that no earlier one of the board begins like. */
  public static final int LEAST_DIGITS = 6;

  private static final int PREFIX = 2;
  private static final Pattern SHAPE = Pattern.compile("T-[0-9a-f]{6,64}");

  public TaskId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a task id");
    }
  }

  /** The id with all 64 digits; boards use the shortest form that is free. */
  public static TaskId whole(EntryId entry, int position) {
    Lv origin = Lv.of("intandem/v1/task").add(entry.value()).add(position);
    return new TaskId("T-" + Hash.of(origin.bytes()).value().hex());
  }

  /** What a person or a model wrote, whatever the case. */
  public static Optional<TaskId> parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    String id = lower.startsWith("t-") ? "T-" + lower.substring(PREFIX) : lower;
    return SHAPE.matcher(id).matches() ? Optional.of(new TaskId(id)) : Optional.empty();
  }

  /** The id's first digits. */
  public TaskId first(int digits) {
    return new TaskId(value.substring(0, PREFIX + digits));
  }

  /** How many digits it has. */
  public int digits() {
    return value.length() - PREFIX;
  }

  @Override
  public String toString() {
    return value;
  }
}
