package intandem.domain.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaddingTest {

  @ParameterizedTest
  @CsvSource({"0, 256", "255, 256", "256, 512", "4095, 4096", "4096, 4097", "40960, 40961"})
  void short_texts_fill_blocks_of_256_bytes(int text, int padded) {
    assertEquals(padded, Padding.pad(Bytes.of(new byte[text])).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "80", "61", "6180", "618000"})
  void what_was_padded_is_read_back_whatever_it_ends_with(String hex) {
    Bytes text = Bytes.of(HexFormat.of().parseHex(hex));
    assertEquals(Optional.of(text), Padding.strip(Padding.pad(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "0000", "61", "8001", "618001"})
  void what_has_no_mark_at_its_end_is_not_padded(String hex) {
    assertEquals(Optional.empty(), Padding.strip(Bytes.of(HexFormat.of().parseHex(hex))));
  }
}
