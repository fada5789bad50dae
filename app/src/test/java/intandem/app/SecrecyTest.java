package intandem.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.domain.session.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hostile tunnel records and what lies in the databases, searched for what was said. */
class SecrecyTest {
  private static final List<String> CANARIES =
      List.of("CanaryAda", "CanaryBob", "canary-workspace", "canary broadcast", "canary directed");

  @TempDir private Path directory = Path.of("");

  @Test
  void neither_the_wire_nor_a_database_holds_texts_or_names() throws Exception {
    byte[] seen = converse();
    assertTrue(seen.length > 10_000, "the conversation went through the proxy");
    String haystack = new String(seen, StandardCharsets.ISO_8859_1);
    assertEquals(List.of(), CANARIES.stream().filter(c -> holds(haystack, c)).toList());
  }

  /** Two homes talk through a proxy; answers all it saw and all bytes of both databases. */
  private byte[] converse() throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Desktop ada = new Desktop(directory.resolve("a"), "CanaryAda");
        Desktop bob = new Desktop(directory.resolve("b"), "CanaryBob")) {
      Person owner = ada.session("a");
      Answer.Created created = owner.creates("canary-workspace");
      int port = HubPort.of(directory.resolve("a").resolve("home"));
      try (RecordingProxy proxy = new RecordingProxy(port)) {
        Person guest = bob.session("b");
        Answer joined = guest.joins(created.invitation().code(), proxy.port());
        assertInstanceOf(Answer.Entered.class, joined);
        owner.says("canary broadcast");
        guest.tells("CanaryAda", "canary directed");
        assertEquals(List.of("CanaryAda: canary broadcast"), guest.reads(1));
        assertEquals(List.of("CanaryBob: canary directed"), owner.reads(1));
        all.write(proxy.seen());
        all.write(databases());
        String code = created.invitation().code().reveal();
        String haystack = all.toString(StandardCharsets.ISO_8859_1);
        assertTrue(!haystack.contains(code), "the invite code is nowhere");
      }
    }
    return all.toByteArray();
  }

  private byte[] databases() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(f -> f.toString().contains(".db")).toList()) {
        all.write(Files.readAllBytes(file));
      }
    }
    return all.toByteArray();
  }

  private static boolean holds(String haystack, String canary) {
    byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
    String middle = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return Stream.of(
            canary,
            HexFormat.of().formatHex(bytes),
            middle.substring(0, middle.length() - 2),
            Base64.getEncoder().encodeToString(bytes))
        .anyMatch(haystack::contains);
  }
}
