package intandem.domain.id;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The unambiguous concatenation that every hash, signature and key derivation takes: each part
 * after its length as four bytes, most significant first. Numbers are parts of eight bytes.
 */
public final class Lv {
  private final List<byte[]> parts = new ArrayList<>();

  private Lv() {}

  /** Starts with a label, which separates one use of a key from every other. */
  public static Lv of(String label) {
    return new Lv().add(label);
  }

  /** Adds bytes as one part. */
  public Lv add(Bytes bytes) {
    parts.add(bytes.toArray());
    return this;
  }

  /** Adds text as one UTF-8 part. */
  public Lv add(String text) {
    return add(Bytes.utf8(text));
  }

  /** Adds a number as one part of eight bytes. */
  public Lv add(long number) {
    parts.add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  /** Adds a term as one part: its number as four bytes, then its hub key. */
  public Lv add(Term term) {
    byte[] key = term.hubKey().toArray();
    parts.add(ByteBuffer.allocate(4 + key.length).putInt(term.number()).put(key).array());
    return this;
  }

  /** Adds a position as two parts: index and hash. */
  public Lv add(Head head) {
    return add(head.index()).add(head.hash().value());
  }

  /** All parts, each after its length. */
  public Bytes bytes() {
    ByteBuffer out = ByteBuffer.allocate(parts.stream().mapToInt(p -> 4 + p.length).sum());
    parts.forEach(part -> out.putInt(part.length).put(part));
    return Bytes.of(out.array());
  }
}
