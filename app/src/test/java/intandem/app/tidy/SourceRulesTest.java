package intandem.app.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SourceRulesTest {
  private static final String PARAMETERS = "int b, int c, int d, int e, int f";

  static Stream<Arguments> bad_sources() {
    return Stream.of(
        arguments("class A {\n  void a(" + PARAMETERS + ", int g) {}\n}", "2: method has more"),
        arguments("class A {\n  void a() {" + "\n".repeat(40) + "}\n}", "2: method has 41 lines"),
        arguments("class A {" + "\n".repeat(300) + "}", "301: file is longer"),
        arguments("\nclass A {} //" + " ".repeat(90), "2: line is longer"),
        arguments("class A {}\n// TO" + "DO", "2: left for later"),
        arguments("class TaskManager {}", "1: name says nothing"),
        arguments("class A {\n  interface BUtils {}\n}", "2: name says nothing"),
        arguments(
            "class A {\n\n  static final B C = new HashMap<>();\n}", "3: static field holds"));
  }

  @ParameterizedTest
  @MethodSource("bad_sources")
  void a_source_that_breaks_a_rule_is_found(String source, String violation) throws IOException {
    assertFound("app/src/main/java/A.java", source, violation);
  }

  @Test
  void a_sleeping_test_is_found() throws IOException {
    var source = "class ATest {\n  void a() { Thread.sleep(1); }\n}";
    assertFound("app/src/test/java/ATest.java", source, "2: test sleeps");
  }

  @Test
  void a_source_at_the_limits_is_tidy() throws IOException {
    var method = "class A {\n  void a(" + PARAMETERS + ") {" + "\n".repeat(39) + "}\n}\n";
    var source = method + "\n".repeat(257) + "//" + " ".repeat(98);
    assertEquals(List.of(), SourceRules.check("app/src/main/java/A.java", source));
  }

  private static void assertFound(String file, String source, String violation) throws IOException {
    var found = SourceRules.check(file, source).getFirst().toString();
    var expected = file + ":" + violation;
    assertEquals(expected, found.substring(0, Math.min(expected.length(), found.length())));
  }
}
