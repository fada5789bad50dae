package intandem.domain.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "Ana", "7 of 9", "back-end_2.0", "Human Resources", "userland"})
  void plain_words_are_names(String text) {
    assertTrue(DisplayName.valid(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System",
        "user",
        "HUMAN",
        "assistant",
        "Claude",
        "anthropic",
        "Admin",
        "hub",
        "Owner",
        "InTandem"
      })
  void words_of_authority_are_not(String text) {
    assertFalse(DisplayName.valid(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "you",
        "Everyone",
        "C1aude",
        "c.l.a.u.d.e",
        "Claude-2",
        "user 1",
        "0wner",
        "hurnan",
        "adm1n",
        "sys_tem",
        "InTandem.",
        "M-AAAAAAAAAAAAAAAA"
      })
  void their_disguises_and_ids_are_not(String text) {
    assertFalse(DisplayName.valid(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " ana",
        "ana ",
        "-ana",
        "_",
        "Ána",
        "Ａna",
        "an\u202ea",
        "a\nb",
        "<b>",
        "system:"
      })
  void markup_controls_and_other_scripts_are_not(String text) {
    assertFalse(DisplayName.valid(text));
  }

  @Test
  void a_name_has_at_most_24_characters() {
    assertTrue(DisplayName.valid("n".repeat(24)));
    assertFalse(DisplayName.valid("n".repeat(25)));
  }
}
