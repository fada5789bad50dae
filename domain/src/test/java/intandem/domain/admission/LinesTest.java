package intandem.domain.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

  @Test
  void a_line_ends_with_lf_or_cr_lf_or_the_text() {
    assertEquals(List.of("a", "b", "", "c"), lines("a\nb\r\n\r\nc"));
  }

  @Test
  void the_last_end_of_line_begins_no_line() {
    assertEquals(List.of("a"), lines("a\n"));
    assertEquals(List.of("a"), lines("a"));
    assertEquals(List.of(""), lines("\n"));
    assertEquals(List.of(), lines(""));
  }

  @Test
  void a_lone_cr_is_text() {
    assertEquals(List.of("a\rb\r"), lines("a\rb\r"));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "4, 1", "5, 2", "8, 2", "9, 3", "99, 3"})
  void as_many_lines_fit_as_have_room_with_what_is_between_them(int bytes, int last) {
    assertEquals(last, new Lines("ab\nc\n\\\n").lastThatFits(1, 3, bytes));
  }

  @Test
  void what_json_escapes_is_counted_escaped() {
    assertEquals(2 * 7, Lines.jsonBytes("\"\\\b\f\n\r\t"));
    assertEquals(6 + 6, Lines.jsonBytes("\0\u001b"));
    assertEquals(1 + 1 + 2 + 3 + 4, Lines.jsonBytes("a\u007f\u00fc\u20ac\ud83d\ude00"));
  }

  private static List<String> lines(String text) {
    var lines = new Lines(text);
    return IntStream.rangeClosed(1, lines.total()).mapToObj(lines::line).toList();
  }
}
