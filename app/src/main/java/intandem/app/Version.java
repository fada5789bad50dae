package intandem.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version of InTandem, as the build wrote it down. */
final class Version {
  private Version() {}

  static String read() {
    try (InputStream resource =
        Objects.requireNonNull(Version.class.getResourceAsStream("version"))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
