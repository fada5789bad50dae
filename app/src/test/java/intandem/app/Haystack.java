package intandem.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Bytes that were seen or stored, searched for texts, also as hex and as base64. */
record Haystack(String bytes) {

  static Haystack of(byte[] bytes) {
    return new Haystack(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** All database files under a directory, write-ahead logs included. */
  static Haystack databases(Path directory) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(f -> f.toString().contains(".db")).toList()) {
        all.write(Files.readAllBytes(file));
      }
    }
    return of(all.toByteArray());
  }

  Haystack and(Haystack other) {
    return new Haystack(bytes + other.bytes);
  }

  int size() {
    return bytes.length();
  }

  /** Those of the texts that are in it. */
  List<String> found(List<String> texts) {
    return texts.stream().filter(this::holds).toList();
  }

  private boolean holds(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    Stream<String> plain = Stream.of(text, HexFormat.of().formatHex(wanted));
    return Stream.concat(plain, base64(wanted)).anyMatch(bytes::contains);
  }

  /** What base64 makes of it wherever it begins, without the characters that neighbours change. */
  private static Stream<String> base64(byte[] wanted) {
    return Stream.of(0, 1, 2)
        .map(skipped -> Arrays.copyOfRange(wanted, skipped, wanted.length))
        .map(rest -> Arrays.copyOf(rest, rest.length / 3 * 3))
        .flatMap(
            whole ->
                Stream.of(
                    Base64.getEncoder().encodeToString(whole),
                    Base64.getUrlEncoder().encodeToString(whole)));
  }
}
