package intandem.domain.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskIdTest {
  private static final EntryId ENTRY = new EntryId(Bytes.of(new byte[EntryId.SIZE]));

  @Test
  void an_id_is_the_hash_of_command_and_position() throws NoSuchAlgorithmException {
    byte[] label = "intandem/v1/task".getBytes(StandardCharsets.UTF_8);
    ByteBuffer parts = ByteBuffer.allocate(3 * 4 + label.length + 16 + 8);
    parts.putInt(label.length).put(label).putInt(16).put(new byte[16]).putInt(8).putLong(3);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(parts.array());
    assertEquals("T-" + HexFormat.of().formatHex(digest), TaskId.whole(ENTRY, 3).value());
  }

  @Test
  void positions_of_a_plan_have_ids_of_their_own() {
    assertNotEquals(TaskId.whole(ENTRY, 1).first(6), TaskId.whole(ENTRY, 2).first(6));
  }

  @Test
  void the_first_digits_of_an_id_are_an_id() {
    TaskId id = new TaskId("T-0123456789");
    assertEquals(new TaskId("T-0123456"), id.first(7));
    assertEquals(7, id.first(7).digits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"T-a1b2c3", "t-A1B2C3", "T-A1b2c3", "  t-a1b2c3\n"})
  void an_id_is_read_whatever_its_case(String text) {
    assertEquals(Optional.of(new TaskId("T-a1b2c3")), TaskId.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "T-",
        "a1b2c3",
        "T-a1b2c",
        "T-a1b2cg",
        "T a1b2c3",
        "T-T-a1b2c3",
        "T-\u04301b2c3"
      })
  void what_is_no_id_is_not_read_as_one(String text) {
    assertEquals(Optional.empty(), TaskId.parse(text));
  }

  @Test
  void an_id_has_64_digits_at_most() {
    String most = "T-" + "a".repeat(64);
    assertEquals(Optional.of(new TaskId(most)), TaskId.parse(most));
    assertEquals(Optional.empty(), TaskId.parse(most + "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"t-a1b2c3", "T-A1B2C3", "T-a1b2c"})
  void an_id_has_one_form(String other) {
    assertThrows(IllegalArgumentException.class, () -> new TaskId(other));
  }
}
