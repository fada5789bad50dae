package intandem.packaging;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The plugin for Claude Code in the tarball, against the program that it starts. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PluginIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ROOT = "${CLAUDE_PLUGIN_ROOT}";
  private static final String TOOLS = "mcp__plugin_intandem_intandem__";

  private Bundle bundle = new Bundle(Path.of(""));
  private Path plugin = Path.of("");
  private List<Client> servers = List.of();

  @BeforeAll
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void start(@TempDir Path folder) throws Exception {
    bundle = Bundle.unpack(Files.createDirectory(folder.resolve("some where")));
    plugin = bundle.home().resolve("plugin");
    servers = List.of(new Client(command(), folder, "plugin", ProcessBuilder.Redirect.DISCARD));
  }

  @AfterAll
  void stop() {
    servers.forEach(Client::close);
  }

  private Client server() {
    return servers.getFirst();
  }

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  private JsonNode manifest() throws IOException {
    return json(plugin.resolve(".claude-plugin/plugin.json"));
  }

  private JsonNode entry() throws IOException {
    return json(plugin.resolve(".mcp.json")).at("/mcpServers/intandem");
  }

  /** How the plugin starts its server, as Claude Code puts it together. */
  private List<String> command() throws IOException {
    var program = entry().path("command").textValue().replace(ROOT, plugin.toString());
    var arguments = entry().path("args").valueStream().map(JsonNode::textValue);
    return Stream.concat(Stream.of(program), arguments).toList();
  }

  private List<String> skills() throws IOException {
    try (var folders = Files.list(plugin.resolve("skills"))) {
      return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
    }
  }

  private String skill(String name) throws IOException {
    return Files.readString(plugin.resolve("skills").resolve(name).resolve("SKILL.md"));
  }

  private Set<String> toolsOfTheServer() throws IOException {
    return Set.copyOf(server().ask("tools/list", "{}").all("(?<=\"name\":\")intandem_\\w+"));
  }

  private static Set<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(toSet());
  }

  @Test
  void the_bundle_is_a_marketplace_that_offers_the_plugin() throws Exception {
    var offered = json(bundle.home().resolve(".claude-plugin/marketplace.json")).at("/plugins/0");
    assertEquals(plugin, bundle.home().resolve(offered.path("source").textValue()).normalize());
    assertEquals(manifest().path("name"), offered.path("name"));
  }

  @Test
  void its_version_is_the_programs() throws Exception {
    var version = "intandem " + manifest().path("version").textValue() + "\n";
    assertEquals(bundle.run("--version").out(), version);
  }

  @Test
  void it_starts_the_server_of_its_own_bundle() throws Exception {
    assertEquals(20, toolsOfTheServer().size());
    assertEquals(bundle.launcher().toRealPath(), Path.of(command().getFirst()).toRealPath());
  }

  @Test
  void its_hooks_call_a_tool_of_its_server_that_knows_their_event() throws Exception {
    var hooks = json(plugin.resolve("hooks/hooks.json")).path("hooks");
    assertEquals(
        Set.of("UserPromptSubmit", "PostToolBatch", "Stop", "SessionStart"),
        hooks.propertyStream().map(Map.Entry::getKey).collect(toSet()));
    for (var event : hooks.properties()) {
      var hook = event.getValue().at("/0/hooks/0");
      assertEquals("mcp_tool", hook.path("type").textValue());
      assertEquals("plugin:intandem:intandem", hook.path("server").textValue());
      assertEquals(event.getKey(), hook.at("/input/event").textValue());
      var result = server().call(hook.path("tool").textValue(), hook.path("input").toString());
      assertTrue(result.says("\"result\"") && !result.isError(), result.line());
    }
  }

  @Test
  void its_skills_say_what_they_are_called_and_for() throws Exception {
    assertEquals(List.of("board", "create", "join", "status"), skills());
    for (var name : skills()) {
      var front = skill(name).split("---\n", 3)[1];
      assertTrue(front.contains("name: " + name + "\n"), front);
      assertEquals(1, all("description: .{20,120}\n", front).size(), front);
    }
  }

  @Test
  void its_skills_name_only_tools_that_the_server_has() throws Exception {
    for (var name : skills()) {
      var text = skill(name);
      var named = all("intandem_\\w+", text.replace(TOOLS, ""));
      assertTrue(toolsOfTheServer().containsAll(named), named::toString);
      assertTrue(text.contains("allowed-tools: " + TOOLS + "intandem_"), text);
    }
  }

  @Test
  void its_readme_is_long_enough_and_names_the_permission_rule() throws Exception {
    var readme = Files.readString(plugin.resolve("README.md"));
    assertTrue(readme.split("\\s+").length >= 40, readme);
    assertTrue(readme.contains(TOOLS + "*"), readme);
  }

  @Test
  void it_has_a_license_and_nothing_that_makes_installing_slow() throws Exception {
    assertEquals(
        Files.readString(Path.of("..", "LICENSE")), Files.readString(plugin.resolve("LICENSE")));
    try (var files = Files.walk(plugin)) {
      assertEquals(List.of(), files.filter(file -> file.endsWith("package-lock.json")).toList());
    }
  }
}
