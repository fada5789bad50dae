package intandem.app.tidy;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"UnusedMethod", "UnusedVariable", "NonFinalStaticField"})
class ClassRulesTest {
  static Stream<Arguments> impure_classes() {
    return Stream.of(
        arguments(CountsNanos.class, "reads a clock"),
        arguments(NamesTheClock.class, "reads a clock"),
        arguments(DrawsAnId.class, "makes randomness"),
        arguments(DrawsBytes.class, "makes randomness"),
        arguments(StartsAThread.class, "touches threads"),
        arguments(TakesAFile.class, "reaches outside the process"),
        arguments(HoldsState.class, "static field is not final"));
  }

  @ParameterizedTest
  @MethodSource("impure_classes")
  void an_impure_class_in_the_domain_breaks_its_rule(Class<?> impure, String rule)
      throws IOException {
    var rules =
        ClassRules.check(model(impure), "intandem.domain.id").stream()
            .map(violation -> violation.rule().replaceAll(":.*", ""))
            .collect(toSet());
    assertEquals(Set.of(rule), rules);
  }

  @Test
  void the_violation_names_file_and_line() throws IOException {
    var violation = ClassRules.check(model(CountsNanos.class), "intandem.domain.id").getFirst();
    var expected = "intandem/domain/id/ClassRulesTest.java:" + new CountsNanos().line() + ": ";
    assertEquals(expected + "reads a clock: java/lang/System.nanoTime", violation.toString());
  }

  @Test
  void a_package_on_the_list_may_do_it() throws IOException {
    assertEquals(0, ClassRules.check(model(CountsNanos.class), "intandem.app.loop").size());
  }

  private static ClassModel model(Class<?> type) throws IOException {
    var name = type.getName();
    var resource = name.substring(name.lastIndexOf('.') + 1) + ".class";
    try (var bytes = Objects.requireNonNull(type.getResourceAsStream(resource))) {
      return ClassFile.of().parse(bytes.readAllBytes());
    }
  }

  private record CountsNanos(long nanos, int line) {
    CountsNanos() {
      this(System.nanoTime(), new Throwable().getStackTrace()[0].getLineNumber());
    }
  }

  private record NamesTheClock(Supplier<Instant> clock) {
    NamesTheClock() {
      this(Instant::now);
    }
  }

  private record DrawsAnId(UUID id) {
    DrawsAnId() {
      this(UUID.randomUUID());
    }
  }

  private record DrawsBytes(SecureRandom random) {}

  private record StartsAThread(Thread thread) {
    StartsAThread(Runnable work) {
      this(Thread.startVirtualThread(work));
    }
  }

  private record TakesAFile(File file) {}

  private static final class HoldsState {
    private static int count;
  }
}
