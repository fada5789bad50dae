package intandem.home;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What Claude Code's files call its MCP servers: their names and nothing else, as what stands
 * behind a name may hold secrets. A file that is missing, larger than 5 MiB or no JSON has none.
 */
public final class ServerNames {
  private static final System.Logger LOG = System.getLogger(ServerNames.class.getName());
  private static final int MOST_BYTES = 5 << 20;
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonPointer SERVERS = JsonPointer.compile("/mcpServers");
  private static final JsonPointer PROJECTS = JsonPointer.compile("/projects");

  private ServerNames() {}

  /** In the order of the file, from the place that all its readers share. */
  public static Set<String> shared(Path file) {
    return read(file, Set.of(SERVERS));
  }

  /** In the order of the user's own file: those for all projects, and those for this one. */
  public static Set<String> personal(Path file, Path project) {
    JsonPointer own = PROJECTS.appendProperty(project.toString()).append(SERVERS);
    return read(file, Set.of(SERVERS, own));
  }

  private static Set<String> read(Path file, Set<JsonPointer> places) {
    if (!Files.isRegularFile(file)) {
      LOG.log(Level.DEBUG, () -> "no servers are named, as there is no file " + file);
      return Set.of();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] json = in.readNBytes(MOST_BYTES + 1);
      if (json.length > MOST_BYTES) {
        LOG.log(Level.DEBUG, () -> "no servers are named, as this is too large: " + file);
        return Set.of();
      }
      return names(json, places);
    } catch (IOException e) {
      String kind = e.getClass().getSimpleName();
      LOG.log(Level.DEBUG, () -> "no servers are named, for a " + kind + " in " + file);
      return Set.of();
    }
  }

  /** Keeps nothing of the file but the names, however large the rest is. */
  private static Set<String> names(byte[] json, Set<JsonPointer> places) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME
            && places.contains(parser.getParsingContext().pathAsPointer().head())) {
          names.add(parser.currentName());
        }
      }
    }
    return names;
  }
}
