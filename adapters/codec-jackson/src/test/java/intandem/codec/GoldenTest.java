package intandem.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.contract.Samples;
import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Severity;
import intandem.domain.protocol.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoldenTest {
  private static final Path PROTOCOL = Path.of("../../docs/protocol.md");

  private final JsonCodec codec = new JsonCodec();

  @TestFactory
  Stream<DynamicTest> every_sample_has_the_bytes_it_always_had() {
    return Samples.all().entrySet().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(),
                    () ->
                        Golden.check(sample.getKey() + ".json", codec.encode(sample.getValue()))));
  }

  @Test
  void every_constant_has_the_word_it_always_had() throws IOException {
    String lines =
        messagesWithEveryConstant()
            .map(message -> codec.encode(message).utf8() + "\n")
            .collect(Collectors.joining());
    Golden.check("words.jsonl", Bytes.utf8(lines));
  }

  @Test
  void no_golden_file_is_left_without_a_sample() throws IOException {
    List<String> expected = Samples.all().keySet().stream().map(n -> n + ".json").sorted().toList();
    List<String> found = Golden.files().stream().filter(f -> f.endsWith(".json")).toList();
    assertEquals(expected, found);
  }

  @TestFactory
  Stream<DynamicTest> the_protocol_page_shows_every_sample() throws IOException {
    String page = Files.readString(PROTOCOL);
    return Samples.all().entrySet().stream()
        .map(sample -> shown(page, sample.getKey(), codec.encode(sample.getValue()).utf8()));
  }

  @TestFactory
  Stream<DynamicTest> the_protocol_page_lists_every_word() throws IOException {
    String page = Files.readString(PROTOCOL);
    return Stream.<Enum<?>[]>of(
            Rejection.values(),
            Frame.Goodbye.Reason.values(),
            Frame.JoinFailed.Failure.values(),
            MessageType.values(),
            Priority.values(),
            Severity.values())
        .flatMap(Stream::of)
        .map(Words::of)
        .map(word -> shown(page, word, "`" + word + "`"));
  }

  private static DynamicTest shown(String page, String name, String part) {
    return DynamicTest.dynamicTest(
        name, () -> assertTrue(page.contains(part), "docs/protocol.md does not show " + part));
  }

  private static Stream<Wire> messagesWithEveryConstant() {
    Bytes id = Samples.bytes(16, 1);
    return Stream.of(
            Stream.of(Rejection.values())
                .map(
                    reason ->
                        new Frame.Refused(
                            new EntryId(id), reason, 1, Instant.EPOCH, Duration.ZERO)),
            Stream.of(Frame.Goodbye.Reason.values())
                .map(reason -> new Frame.Goodbye(reason, Duration.ZERO)),
            Stream.of(Frame.JoinFailed.Failure.values())
                .map(failure -> new Frame.JoinFailed(id, failure, 1, Bytes.EMPTY)),
            Stream.of(MessageType.values()).map(type -> new Body.Text(type, "", 0, 0)),
            Stream.of(Priority.values())
                .map(priority -> new Body.TaskNews(List.of(new Body.News.Urgency(priority)))),
            Stream.of(Severity.values())
                .map(severity -> new Body.Finding("", severity, "", "", 1, List.of(), "", "")))
        .flatMap(messages -> messages);
  }
}
