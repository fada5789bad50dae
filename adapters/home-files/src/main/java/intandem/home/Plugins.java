package intandem.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which plugins Claude Code's settings turn on. A file that is missing or no JSON says nothing. */
public final class Plugins {
  private static final System.Logger LOG = System.getLogger(Plugins.class.getName());
  private static final JsonMapper MAPPER = new JsonMapper();

  private Plugins() {}

  /**
   * The file that turns a plugin on, from whatever marketplace it is. Of the files that speak of it
   * the first one decides.
   */
  public static Optional<Path> enabledBy(List<Path> settings, String plugin) {
    for (Path file : settings) {
      List<Boolean> said = said(file, plugin);
      if (!said.isEmpty()) {
        return said.contains(true) ? Optional.of(file) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<Boolean> said(Path file, String plugin) {
    return read(file)
        .path("enabledPlugins")
        .propertyStream()
        .filter(entry -> entry.getKey().startsWith(plugin + "@"))
        .map(entry -> entry.getValue().asBoolean())
        .toList();
  }

  private static JsonNode read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? MAPPER.readTree(Files.readAllBytes(file))
          : MAPPER.missingNode();
    } catch (IOException e) {
      String kind = e.getClass().getSimpleName();
      LOG.log(Level.DEBUG, () -> "no plugins are known, for a " + kind + " in " + file);
      return MAPPER.missingNode();
    }
  }
}
