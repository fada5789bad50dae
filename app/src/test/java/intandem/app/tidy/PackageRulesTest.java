package intandem.app.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackageRulesTest {
  private static String source(String name, String imports) {
    return "package " + name + ";\n\n" + imports + "\n/** It. */\nfinal class It {}\n";
  }

  private static List<String> found(List<String> sources, String... large) {
    return PackageRules.check(sources, Set.of(large)).stream().map(Violation::toString).toList();
  }

  @Test
  void a_package_with_a_file_too_many_is_found_unless_it_is_named() {
    var full = Collections.nCopies(24, source("a.b", ""));
    assertEquals(List.of(), found(full));
    var more = Stream.concat(full.stream(), Stream.of(source("a.b", ""))).toList();
    assertEquals(List.of("a/b:1: package has more than 24 files"), found(more));
    assertEquals(List.of(), found(more, "a.b"));
  }

  @Test
  void packages_that_need_each_other_are_found_however_long_the_way() {
    var sources =
        List.of(
            source("a", "import a.b.It;\n"),
            source("a.b", "import static a.c.It.Nested.of;\n"),
            source("a.c", "import a.It;\nimport java.util.List;\n"),
            source("a.d", "import a.It;\n"));
    var rule = "package needs what needs it: [a, a.b, a.c]";
    assertEquals(List.of("a:1: " + rule, "a/b:1: " + rule, "a/c:1: " + rule), found(sources));
  }

  @Test
  void packages_that_need_each_other_one_way_are_tidy() {
    var sources =
        List.of(
            source("a", "import a.b.It;\nimport a.c.It;\n"),
            source("a.b", "import a.c.It;\nimport a.b.It.Nested;\n"),
            source("a.c", ""));
    assertEquals(List.of(), found(sources));
  }
}
