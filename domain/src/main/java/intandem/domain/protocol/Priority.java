package intandem.domain.protocol;

import java.util.Locale;

/** How urgent a task is, most urgent first. */
public enum Priority {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW;

  /** The word users know it by. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
