package intandem.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.contract.Samples;
import intandem.domain.id.Bytes;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Sealed;
import intandem.domain.protocol.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is broken at random is either malformed or a proper message; nothing is ever thrown. */
class MutationTest {
  private static final int MUTATIONS = 2_000;
  private static final int[] FLIPS = {0x01, 0x20, 0x80, 0xff};

  private final JsonCodec codec = new JsonCodec();

  @TestFactory
  Stream<DynamicTest> a_sample_with_any_byte_flipped_is_read_or_refused() {
    return Samples.all().entrySet().stream()
        .map(s -> DynamicTest.dynamicTest(s.getKey(), () -> flipEveryByte(s.getValue())));
  }

  @Test
  void a_sample_cut_pasted_and_sprinkled_at_random_is_read_or_refused() {
    List<Wire> samples = List.copyOf(Samples.all().values());
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Random random = new Random(seed);
      byte[] bytes = codec.encode(samples.get(random.nextInt(samples.size()))).toArray();
      for (int steps = random.nextInt(4); steps >= 0; steps--) {
        bytes = mutate(bytes, random);
      }
      readOrRefuse(bytes, "seed " + seed);
    }
  }

  private void flipEveryByte(Wire sample) {
    byte[] bytes = codec.encode(sample).toArray();
    for (int at = 0; at < bytes.length; at++) {
      for (int flip : FLIPS) {
        bytes[at] ^= (byte) flip;
        readOrRefuse(bytes, "byte " + at);
        bytes[at] ^= (byte) flip;
      }
    }
  }

  private void readOrRefuse(byte[] bytes, String where) {
    for (Class<? extends Wire> family :
        List.of(Header.class, Body.class, Frame.class, Draft.class, Sealed.class)) {
      if (codec.decode(family, Bytes.of(bytes)) instanceof Decoded.Valid(Wire message)) {
        assertEquals(
            new Decoded.Valid<>(message), codec.decode(family, codec.encode(message)), where);
      }
    }
  }

  private static byte[] mutate(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(40));
    byte[] head = Arrays.copyOf(bytes, from);
    byte[] piece = Arrays.copyOfRange(bytes, from, to);
    byte[] tail = Arrays.copyOfRange(bytes, to, bytes.length);
    return switch (random.nextInt(4)) {
      case 0 -> concat(head, tail);
      case 1 -> concat(head, piece, piece, tail);
      case 2 -> concat(head, sprinkle(random), piece, tail);
      default -> concat(head, sprinkle(random), tail);
    };
  }

  private static byte[] sprinkle(Random random) {
    String pieces = "{}[]\",:0-9.eE\\u\0\n ntA";
    byte[] bytes = new byte[1 + random.nextInt(6)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) pieces.charAt(random.nextInt(pieces.length()));
      }
    }
    return bytes;
  }

  private static byte[] concat(byte[]... parts) {
    byte[] all = new byte[Stream.of(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
