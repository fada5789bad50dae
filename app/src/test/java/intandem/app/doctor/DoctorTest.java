package intandem.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor sees without a bundle; with one, the bundle's own tests try it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DoctorTest {
  @TempDir private Path directory;

  private Terminal run(int code, String tunnel, String... arguments) throws Exception {
    return with(code, Map.of("INTANDEM_TUNNEL", tunnel), arguments);
  }

  private Terminal with(int code, Map<String, String> set, String... arguments) throws Exception {
    Map<String, String> environment = new HashMap<>(set);
    environment.putIfAbsent("INTANDEM_TUNNEL", "off");
    environment.putAll(Map.of("HOME", directory.toString(), "PATH", directory.toString()));
    Terminal terminal = new Terminal(directory, environment);
    assertEquals(code, terminal.run(new Doctor(), arguments), terminal.out());
    return terminal;
  }

  private void claude(String script) throws IOException {
    Path claude = Files.writeString(directory.resolve("claude"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(claude, PosixFilePermissions.fromString("rwx------"));
  }

  private static void holds(Terminal terminal, String line) {
    assertTrue(terminal.out().lines().anyMatch(l -> l.startsWith(line)), terminal.out());
  }

  @Test
  void a_machine_that_has_nothing_yet_is_no_fault() throws Exception {
    Terminal terminal = run(0, "off");
    holds(terminal, "ok       files        " + directory.resolve(".tandem"));
    holds(terminal, "warning  server       no entry here");
    holds(terminal, "warning  claude code  there is no claude");
    assertTrue(Files.notExists(directory.resolve(".tandem")), "looking makes nothing");
  }

  @Test
  void a_directory_that_others_may_use_is_broken() throws Exception {
    Files.createDirectory(
        directory.resolve(".tandem"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.setPosixFilePermissions(
        directory.resolve(".tandem"), PosixFilePermissions.fromString("rwxrwxrwx"));
    holds(run(1, "off"), "broken   files");
  }

  @Test
  void a_setting_that_cannot_be_followed_is_broken() throws Exception {
    holds(run(1, "ngrok"), "broken   setting      INTANDEM_TUNNEL=ngrok: accepted are auto");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTANDEM_RATE_LIMIT|abc|abc counts as 30: accepted are 30 to 99999",
        "INTANDEM_RATE_LIMIT|3|3 counts as 30: accepted are 30 to 99999",
        "INTANDEM_RATE_LIMIT|100000|100000 counts as 99999: accepted are 30 to 99999",
        "INTANDEM_STOP_WAIT|99|99 counts as 30: accepted are 0 to 30",
        "INTANDEM_STOP_WAIT|-1|-1 counts as 5: accepted are 0 to 30",
        "INTANDEM_DELIVERY|hook,zz|hook,zz counts as auto: accepted are auto, or out of socket",
        "HTTPS_PROXY|nonsense://|nonsense://… is passed over, and no proxy used: accepted is",
        "INTANDEM_CA_CERTS|/nope.pem|/nope.pem: there is no such file",
        "NODE_EXTRA_CA_CERTS|/|/: it holds no certificates in PEM"
      })
  void a_setting_that_is_not_understood_is_broken(String name, String value, String told)
      throws Exception {
    holds(with(1, Map.of(name, value)), "broken   setting      " + name + "=" + told);
  }

  @Test
  void settings_within_their_bounds_are_no_fault() throws Exception {
    Map<String, String> set =
        Map.of(
            "INTANDEM_RATE_LIMIT", "30",
            "INTANDEM_STOP_WAIT", "0",
            "INTANDEM_DELIVERY", "Hook, socket",
            "HTTPS_PROXY", "http://proxy.test:3128");
    assertFalse(with(0, set).out().contains("broken"));
  }

  @ParameterizedTest
  @CsvSource({
    "claude/x,claude/x cannot be made: is ",
    "tandem,INTANDEM_HOME=tandem is no absolute path",
    "~/x,INTANDEM_HOME=~/x is no absolute path"
  })
  void files_that_could_not_be_made_are_broken(String home, String told) throws Exception {
    claude("");
    boolean absolute = home.startsWith("claude");
    String set = absolute ? directory.resolve(home).toString() : home;
    String start = absolute ? directory.resolve(told).toString() : told;
    holds(with(1, Map.of("INTANDEM_HOME", set)), "broken   files        " + start);
  }

  @Test
  void an_entry_in_the_projects_file_is_found() throws Exception {
    Files.writeString(directory.resolve(".mcp.json"), "{\"mcpServers\":{\"intandem\":{}}}");
    holds(run(0, "off"), "ok       server       Claude Code finds InTandem in " + directory);
  }

  @Test
  void a_rule_that_names_our_tools_is_found() throws Exception {
    Path settings = Files.createDirectory(directory.resolve(".claude")).resolve("settings.json");
    Files.writeString(settings, "{\"permissions\":{\"allow\":[\"mcp__intandem__*\"]}}");
    holds(run(0, "off"), "ok       permissions  " + settings);
  }

  @ParameterizedTest
  @CsvSource({
    "2.1.330 (Claude Code),'2.1.330, wakes'",
    "2.1.224,'2.1.224, wakes'",
    "2.1.223,'2.1.223, has no socket'",
    "2.0.999,'2.0.999, has no socket'",
    "3.0.0,'3.0.0, wakes'"
  })
  void the_version_of_claude_code_tells_how_it_is_woken(String said, String told) throws Exception {
    claude("echo '" + said + "'");
    holds(run(0, "off"), "ok       claude code  " + told);
  }

  @Test
  void a_claude_that_hangs_does_not_hold_the_doctor_up() throws Exception {
    claude("exec /bin/sleep 60");
    holds(run(0, "off"), "warning  claude code  " + directory.resolve("claude"));
  }

  @Test
  void the_same_comes_as_json() throws Exception {
    String json = run(1, "a\"b", "--json").out();
    assertTrue(json.startsWith("{\"broken\":true,\"findings\":[{\"subject\":\"runtime\""), json);
    assertTrue(json.contains("INTANDEM_TUNNEL=a\\\"b: "), json);
  }

  @Test
  void any_other_argument_is_wrong_usage() throws Exception {
    run(2, "off", "--all");
  }
}
