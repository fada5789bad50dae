package intandem.app.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house rules that the compiler cannot check, over the code of every module. */
class TidyTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void compiled_main_code_keeps_the_rules() throws IOException {
    List<Violation> violations = new ArrayList<>();
    for (var file : filesUnder("target/classes", "intandem/app/Main.class")) {
      violations.addAll(ClassRules.check(ClassFile.of().parse(file)));
    }
    assertEquals("", lines(violations));
  }

  @Test
  void sources_keep_the_rules() throws IOException {
    List<Violation> violations = new ArrayList<>();
    for (var file : filesUnder("src", "intandem/app/Main.java")) {
      var name = ROOT.relativize(file).toString();
      violations.addAll(SourceRules.check(name, Files.readString(file)));
    }
    assertEquals("", lines(violations));
  }

  @Test
  void packages_keep_the_rules() throws IOException {
    List<String> sources = new ArrayList<>();
    for (var file : filesUnder("src/main/java/intandem", "intandem/app/Main.java")) {
      sources.add(Files.readString(file));
    }
    assertEquals("", lines(PackageRules.check(sources, Set.of("intandem.domain.protocol"))));
  }

  /** All files like the example in the folder of that name of any module, the example included. */
  private static List<Path> filesUnder(String folder, String example) throws IOException {
    var suffix = example.substring(example.lastIndexOf('.'));
    try (var files = Files.walk(ROOT)) {
      var found =
          files
              .filter(file -> file.toString().contains("/" + folder + "/"))
              .filter(file -> file.toString().endsWith(suffix))
              .toList();
      assertTrue(found.stream().anyMatch(file -> file.endsWith(example)), "no " + example);
      return found;
    }
  }

  private static String lines(List<Violation> violations) {
    return violations.stream().map(Violation::toString).collect(Collectors.joining("\n"));
  }
}
