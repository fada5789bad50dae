package intandem.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import intandem.domain.id.Bytes;
import intandem.domain.port.Codec;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Sealed;
import intandem.domain.protocol.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link Codec} does. */
public abstract class CodecContract {
  private static final List<Class<? extends Wire>> FAMILIES =
      List.of(Header.class, Body.class, Frame.class, Draft.class, Sealed.class);

  private Codec codec;

  /** For the suites that extend this one. */
  protected CodecContract() {}

  /** A fresh codec. */
  protected abstract Codec codec();

  @BeforeEach
  void startAfresh() {
    codec = codec();
  }

  @TestFactory
  Stream<DynamicTest> a_message_comes_back_as_it_was() {
    return eachSample(
        (name, message) ->
            assertEquals(
                new Decoded.Valid<>(message),
                codec.decode(Samples.family(message), codec.encode(message))));
  }

  @TestFactory
  Stream<DynamicTest> a_message_can_be_read_as_the_very_type_it_has() {
    return eachSample(
        (name, message) ->
            assertEquals(
                new Decoded.Valid<>(message),
                codec.decode(message.getClass(), codec.encode(message))));
  }

  @TestFactory
  Stream<DynamicTest> a_message_of_one_family_is_malformed_in_every_other() {
    return eachSample(
        (name, message) ->
            FAMILIES.stream()
                .filter(family -> !family.isInstance(message))
                .forEach(family -> assertMalformed(family, codec.encode(message))));
  }

  @Test
  void a_message_of_another_type_than_was_asked_for_is_malformed() {
    assertMalformed(Frame.Submit.class, codec.encode(new Frame.Taken(1)));
  }

  @TestFactory
  Stream<DynamicTest> equal_messages_have_the_same_bytes() {
    Map<String, Wire> again = Samples.all();
    return eachSample(
        (name, message) ->
            assertEquals(codec.encode(message), codec.encode(again.getOrDefault(name, message))));
  }

  @Test
  void different_messages_have_different_bytes() {
    Set<Wire> messages = new HashSet<>(Samples.all().values());
    Set<Bytes> forms = messages.stream().map(codec::encode).collect(Collectors.toSet());
    assertEquals(messages.size(), forms.size());
  }

  @Test
  void messages_that_differ_only_in_a_secret_stay_apart() {
    Bytes one = codec.encode(Samples.welcome(1));
    Bytes other = codec.encode(Samples.welcome(2));
    assertAll(
        () -> assertNotEquals(one, other),
        () ->
            assertEquals(
                new Decoded.Valid<>(Samples.welcome(1)), codec.decode(Sealed.Welcome.class, one)),
        () ->
            assertEquals(
                new Decoded.Valid<>(Samples.welcome(2)),
                codec.decode(Sealed.Welcome.class, other)));
  }

  @TestFactory
  Stream<DynamicTest> a_message_cut_short_is_malformed() {
    return eachSample(
        (name, message) -> {
          Bytes encoded = codec.encode(message);
          for (int size = 0; size < encoded.size(); size++) {
            assertMalformed(Samples.family(message), encoded.slice(0, size));
          }
        });
  }

  @Test
  void something_after_a_message_is_malformed() {
    byte[] encoded = codec.encode(new Frame.Taken(1)).toArray();
    byte[] longer = new byte[encoded.length + 1];
    System.arraycopy(encoded, 0, longer, 0, encoded.length);
    assertMalformed(Frame.class, Bytes.of(longer));
  }

  @Test
  void a_body_shows_its_text_until_it_is_sealed() {
    Body body = new Body.WorkspaceName("Checkout rewrite");
    assertEquals(1, codec.encode(body).utf8().split("Checkout rewrite", -1).length - 1);
  }

  @Test
  void there_is_a_sample_of_every_type() {
    Set<Class<?>> sampled =
        Samples.all().values().stream().map(Wire::getClass).collect(Collectors.toSet());
    assertEquals(leaves(Wire.class), sampled);
  }

  @Test
  void there_is_a_sample_of_every_act() {
    Set<Class<?>> sampled =
        Samples.all().values().stream()
            .filter(Header.Command.class::isInstance)
            .map(header -> ((Header.Command) header).act().getClass())
            .collect(Collectors.toSet());
    assertEquals(leaves(Act.class), sampled);
  }

  private <T extends Wire> void assertMalformed(Class<T> kind, Bytes encoded) {
    assertInstanceOf(Decoded.Malformed.class, codec.decode(kind, encoded));
  }

  private static Stream<DynamicTest> eachSample(BiConsumer<String, Wire> check) {
    return Samples.all().entrySet().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(), () -> check.accept(sample.getKey(), sample.getValue())));
  }

  private static Set<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .flatMap(subtype -> leaves(subtype).stream())
            .collect(Collectors.toSet())
        : Set.of(type);
  }
}
