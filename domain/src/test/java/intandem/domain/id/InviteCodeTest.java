package intandem.domain.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import intandem.domain.id.InviteCode.Reading;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InviteCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"VPA6KW", "vpa6kw", " VPA-6KW ", "V P A 6 K W"})
  void case_spaces_and_hyphens_do_not_matter(String typed) {
    Reading.Read read = (Reading.Read) InviteCode.read(typed);
    assertEquals("VPA6KW", read.code().reveal());
  }

  @ParameterizedTest
  @CsvSource({
    "'', WRONG_LENGTH",
    "VPA6K, WRONG_LENGTH",
    "VPA6KWX, WRONG_LENGTH",
    "VPA6K1, NEVER_USED",
    "OPA6KW, NEVER_USED",
    "VPA6K!, NOT_ALLOWED",
    "VPA6Kı, NOT_ASCII",
    "VPA6Kß, NOT_ASCII",
    "ＡPA6KW, NOT_ASCII"
  })
  void anything_else_is_refused_with_its_reason(String typed, Reading.Fault fault) {
    assertEquals(fault, InviteCode.read(typed));
  }

  @Test
  void a_fresh_code_reads_as_itself() {
    InviteCode code = InviteCode.random(new Random(5));
    assertEquals(new Reading.Read(code), InviteCode.read(code.reveal()));
  }

  @Test
  void it_does_not_print_itself() {
    InviteCode code = InviteCode.random(new Random(5));
    assertFalse(code.toString().contains(code.reveal()));
  }
}
