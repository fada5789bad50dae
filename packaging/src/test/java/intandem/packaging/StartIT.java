package intandem.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bundle where a virtual machine does not like to start. Shell scripts write the names that are
 * not ASCII, in octal: the tests themselves may run in any locale.
 */
@Timeout(60)
class StartIT {
  private static final String PATH = "PATH=/usr/bin:/bin";

  @TempDir private static Path shared;

  /** Below a folder whose name is not ASCII. */
  @BeforeAll
  static void unpack() throws Exception {
    Bundle.unpack(shared);
    sh(Map.of(), "mkdir \"$there\" && mv intandem \"$there/\"");
  }

  private static Bundle.Run sh(Map<String, String> environment, String script)
      throws IOException, InterruptedException {
    var file = Files.createTempFile(shared, "script", ".sh");
    Files.writeString(
        file,
        """
        #!/bin/sh
        %s; cd '%s'; there=$(printf 'caf\\303\\251')
        %s
        """
            .formatted(PATH, shared, script));
    assertTrue(file.toFile().setExecutable(true));
    return Bundle.run(file, environment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LC_ALL=", "LC_ALL=C", "LC_ALL=C.UTF-8", "LC_CTYPE=xx_XX.UTF-8", "LANG=POSIX"})
  void below_a_name_that_is_not_ascii_it_starts_in_any_locale(String locale) throws Exception {
    var run =
        sh(Map.of(), "export " + locale + "; exec \"$there/intandem/bin/intandem\" --version");
    assertEquals(new Bundle.Run(0, "intandem 0.1.0\n", ""), run);
  }

  @Test
  void files_with_such_names_are_used_without_a_locale() throws Exception {
    var script =
        """
        export HOME="$PWD/$there/home"; mkdir "$HOME" && cd "$HOME" || exit 9
        ../intandem/bin/intandem init && ../intandem/bin/intandem doctor
        ../intandem/bin/intandem whoami
        grep -c "$there" .mcp.json; test -f .tandem/username && echo named
        """;
    var run = sh(Map.of("INTANDEM_TUNNEL", "off"), script);
    assertTrue(run.out().contains("a message arrived on this machine\n"), run.toString());
    assertTrue(run.out().endsWith("\n1\nnamed\n"), run.toString());
  }

  @Test
  void started_in_a_directory_that_is_gone_it_says_so() throws Exception {
    var start = "exec \"../$there/intandem/bin/intandem\" channel";
    var run = sh(Map.of(), "mkdir gone && cd gone && rmdir ../gone && " + start);
    assertEquals("1 ", run.exitCode() + " " + run.out());
    assertTrue(run.err().endsWith("is gone: start it in one that exists.\n"), run.err());
  }

  @Test
  void what_the_virtual_machine_fails_on_at_start_leaves_standard_output_clean() throws Exception {
    assumeTrue(System.getProperty("os.name", "").equals("Linux"), "macOS limits no address space");
    var run = sh(Map.of(), "ulimit -v 200000; exec \"$there/intandem/bin/intandem\" --version");
    assertEquals("", run.out());
    assertNotEquals(0, run.exitCode());
    assertTrue(run.err().contains("Could not reserve enough space"), run.err());
  }
}
