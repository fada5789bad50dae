package intandem.mcp.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MomentsTest {

  @Test
  void what_is_left_is_rounded_up_to_minutes() {
    assertEquals("1 h 0 min", Moments.left(Duration.ofMinutes(60).minusMillis(80)));
    assertEquals("59 min", Moments.left(Duration.ofMinutes(59)));
  }

  @Test
  void the_last_minute_is_told_in_seconds() {
    assertEquals("60 s", Moments.left(Duration.ofSeconds(60)));
    assertEquals("0 s", Moments.left(Duration.ofSeconds(-1)));
  }
}
