package intandem.domain.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.MemberId;
import intandem.domain.workspace.World;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static final MemberId FIRST = World.id("first");
  private static final MemberId SECOND = World.id("second");
  private static final MemberId THIRD = World.id("third");

  private final Names names = new Names();

  @Test
  void whoever_comes_later_gets_the_suffix_whatever_the_case() {
    names.give(FIRST, "Ana");
    names.give(SECOND, "ANA");
    names.give(THIRD, "Ana");
    assertEquals("Ana", names.of(FIRST));
    assertEquals("ANA-2", names.of(SECOND));
    assertEquals("Ana-3", names.of(THIRD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bi1l.r", "Blll-R", "B-i_l l.r", "BILLR"})
  void a_name_that_looks_like_an_earlier_one_gets_a_suffix(String wanted) {
    names.give(FIRST, "BillR");
    names.give(SECOND, wanted);
    assertEquals(wanted + "-2", names.of(SECOND));
  }

  @Test
  void a_suffix_that_was_asked_for_as_a_name_is_taken() {
    names.give(FIRST, "Ana-2");
    names.give(SECOND, "Ana");
    names.give(THIRD, "Ana");
    assertEquals("Ana-3", names.of(THIRD));
  }

  @Test
  void what_cannot_be_a_name_becomes_member() {
    names.give(FIRST, "system");
    names.give(SECOND, "");
    assertEquals("Member", names.of(FIRST));
    assertEquals("Member-2", names.of(SECOND));
  }

  @Test
  void a_name_is_for_good() {
    names.give(FIRST, "Ana");
    names.give(FIRST, "Bo");
    assertEquals("Ana", names.of(FIRST));
    assertEquals(Optional.empty(), names.find("Bo"));
  }

  @Test
  void a_member_without_a_name_goes_by_its_id() {
    assertEquals(FIRST.value(), names.of(FIRST));
  }

  @Test
  void a_member_is_found_by_the_name_it_got() {
    names.give(FIRST, "Ana");
    names.give(SECOND, "Ana");
    assertEquals(Optional.of(SECOND), names.find(" ana-2 "));
    assertEquals(Optional.empty(), names.find("an"));
  }
}
