package intandem.domain.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.domain.admission.ProjectPath.Invalid;
import intandem.domain.admission.ProjectPath.Valid;
import intandem.domain.port.Snippets.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectPathTest {

  @ParameterizedTest
  @CsvSource({"a, a", "src/Main.java, src/Main.java", "./a//b/., a/b", "...,...", "a b/ü, a b/ü"})
  void a_path_in_the_project_is_read(String path, String read) {
    var names = new ProjectPath(List.of(read.split("/")));
    assertEquals(new Valid(names), ProjectPath.parse(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/passwd, OUTSIDE",
    "/, OUTSIDE",
    ".., OUTSIDE",
    "../other/a, OUTSIDE",
    "a/../../b, OUTSIDE",
    "a/.., OUTSIDE",
    "a\\..\\b, BAD_NAME",
    "C:/a, BAD_NAME",
    "a::$DATA, BAD_NAME",
    "'', NOT_A_FILE",
    "., NOT_A_FILE"
  })
  void a_path_to_elsewhere_is_refused(String path, Reason reason) {
    assertEquals(reason, reason(path));
  }

  @Test
  void nul_and_other_control_characters_are_refused() {
    assertEquals(Reason.BAD_NAME, reason("a\0.txt"));
    assertEquals(Reason.BAD_NAME, reason("a\nb"));
    assertEquals(Reason.BAD_NAME, reason("a\u009bb"));
  }

  private static Reason reason(String path) {
    return assertInstanceOf(Invalid.class, ProjectPath.parse(path)).refused().reason();
  }
}
