package intandem.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The port of the hub that a home's session records name. */
final class HubPort {
  private static final Pattern PORT = Pattern.compile("\"port\"\\s*:\\s*([0-9]+)");

  private HubPort() {}

  static int of(Path home) {
    try (Stream<Path> records = Files.list(home.resolve("sessions"))) {
      return records
          .map(HubPort::read)
          .flatMap(text -> PORT.matcher(text).results())
          .map((MatchResult match) -> Integer.parseInt(match.group(1)))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path record) {
    try {
      return Files.readString(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
