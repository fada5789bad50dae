package intandem.mcp.words;

import intandem.domain.tandem.Invitation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times in words, all in UTC, as seen at a certain moment. */
public record Moments(Instant now) {

  private static final Duration ALMOST_A_MINUTE = Duration.ofMinutes(1).minusNanos(1);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /** The time of day, with the date if it is another day. */
  public String clock(Instant instant) {
    var utc = instant.atOffset(ZoneOffset.UTC);
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return utc.format(utc.toLocalDate().equals(today) ? TIME : DAY);
  }

  /** Whether whoever has the code can still join by it. */
  boolean live(Invitation invitation) {
    return invitation.expires().isAfter(now);
  }

  /** How long something goes on, rounded up to minutes. */
  static String left(Duration left) {
    var minutes = left.compareTo(Duration.ofMinutes(1)) > 0;
    return spell(minutes ? left.plus(ALMOST_A_MINUTE) : left);
  }

  /** A length of time to the second, or to the minute from two minutes on; never negative. */
  static String spell(Duration duration) {
    var length = duration.isNegative() ? Duration.ZERO : duration;
    if (length.compareTo(Duration.ofMinutes(2)) < 0) {
      var seconds = length.plusNanos(999_999_999).toSeconds();
      return seconds + " s";
    }
    var minutes = length.toMinutesPart() + " min";
    return length.toHours() == 0 ? minutes : length.toHours() + " h " + minutes;
  }
}
