package intandem.domain.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.domain.id.Bytes;
import intandem.domain.port.Snippets.Taken;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisclosureTest {
  private static final ProjectPath PATH = new ProjectPath(List.of("a.txt"));
  private static final Bytes THOUSAND_LINES = Bytes.utf8("x\n".repeat(1_000));

  private static Taken taken(int from) {
    Disclosure disclosure = new Disclosure(Limits.SNIPPET_BYTES, false);
    return assertInstanceOf(Taken.class, disclosure.lines(PATH, THOUSAND_LINES, from, 0));
  }

  @Test
  void no_more_lines_are_taken_than_are_shown_of_one_message() {
    assertEquals(400, taken(1).to());
    assertEquals(800, taken(401).to());
    assertEquals(1_000, taken(801).to());
  }
}
