package intandem.codec;

import java.util.List;
import java.util.Map;

/** The four shapes that messages are made of. There is no null, no boolean and no fraction. */
sealed interface Json {
  /** A string of whole characters. */
  record Text(String value) implements Json {}

  /** A number without fraction, within ±2^53. */
  record Whole(long value) implements Json {}

  /** A list. */
  record Items(List<Json> values) implements Json {}

  /** An object; its fields keep their order. */
  record Fields(Map<String, Json> values) implements Json {}
}
