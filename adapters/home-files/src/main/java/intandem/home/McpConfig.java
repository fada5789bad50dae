package intandem.home;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import intandem.domain.port.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A file in which Claude Code finds its MCP servers. It is the user's: all else in it stays, in its
 * order. A symbolic link stays one, and the file that it leads to is changed.
 */
public final class McpConfig {
  private static final String SERVERS = "mcpServers";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final Set<String> TOLD = Set.of("command", "type");
  private static final ObjectWriter COMPACT = MAPPER.writer();
  private static final ObjectWriter INDENTED = MAPPER.writer(printer());

  private final Path file;

  /** The file may be missing; its directory may not. */
  public McpConfig(Path file) {
    this.file = file;
  }

  /** How a server is started: a command and its arguments. */
  public record Server(String command, List<String> arguments) {
    public Server {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * What became of an entry. Entries are shown as JSON on one line, others than ours without the
   * values of all but {@code command} and {@code type}: they may hold passwords.
   */
  public sealed interface Outcome {
    /** It is in the file now. */
    record Added() implements Outcome {}

    /** It was there already; nothing was written. */
    record AlreadyThere() implements Outcome {}

    /** It took the place of another one. */
    record Replaced(String before) implements Outcome {}

    /** Another one has that name; nothing was written. */
    record Different(String there, String wanted) implements Outcome {}

    /** The file is not what it should be; nothing was written. */
    record NotReadable(String why) implements Outcome {}
  }

  /**
   * Adds a server; a different one of that name is replaced only if {@code force} is set.
   *
   * @throws StorageException if the file cannot be read or written, or is a link that leads nowhere
   */
  public Outcome add(String name, Server server, boolean force) {
    try {
      boolean exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      Path target = exists ? file.toRealPath() : file.toAbsolutePath();
      if (exists && !Files.isRegularFile(target)) {
        return new Outcome.NotReadable("it is no plain file");
      }
      JsonNode root =
          exists ? MAPPER.readTree(Files.readAllBytes(target)) : MAPPER.createObjectNode();
      if (!(root instanceof ObjectNode object)
          || !(object.path(SERVERS).isMissingNode() || object.path(SERVERS).isObject())) {
        return new Outcome.NotReadable("it must be an object, and \"mcpServers\" in it another");
      }
      Outcome outcome = put(object.withObjectProperty(SERVERS), name, entry(server), force);
      switch (outcome) {
        case Outcome.Added _, Outcome.Replaced _ ->
            UserFiles.replace(
                target,
                (INDENTED.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8));
        case Outcome.AlreadyThere _, Outcome.Different _, Outcome.NotReadable _ -> {}
      }
      return outcome;
    } catch (JacksonException e) {
      return new Outcome.NotReadable("it is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new StorageException(file + " cannot be read or written: " + problem(e) + ".", e);
    }
  }

  private static Outcome put(ObjectNode servers, String name, ObjectNode wanted, boolean force)
      throws IOException {
    JsonNode there = servers.path(name);
    if (there.equals(wanted)) {
      return new Outcome.AlreadyThere();
    }
    if (!there.isMissingNode() && !force) {
      return new Outcome.Different(shown(there), COMPACT.writeValueAsString(wanted));
    }
    servers.set(name, wanted);
    return there.isMissingNode() ? new Outcome.Added() : new Outcome.Replaced(shown(there));
  }

  private static String shown(JsonNode entry) throws IOException {
    if (!(entry instanceof ObjectNode object)) {
      return "an entry that is no object";
    }
    ObjectNode shown = MAPPER.createObjectNode();
    object
        .propertyStream()
        .forEach(
            one -> {
              boolean told = TOLD.contains(one.getKey()) && one.getValue().isTextual();
              shown.put(one.getKey(), told ? one.getValue().textValue() : "…");
            });
    return COMPACT.writeValueAsString(shown);
  }

  private static String problem(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file or directory";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static ObjectNode entry(Server server) {
    ObjectNode entry = MAPPER.createObjectNode().put("command", server.command());
    server.arguments().forEach(entry.putArray("args")::add);
    return entry;
  }

  private static DefaultPrettyPrinter printer() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }
}
