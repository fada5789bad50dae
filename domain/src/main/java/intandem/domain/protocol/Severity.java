package intandem.domain.protocol;

import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /** The word users know it by. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
