package intandem.domain.id;

import java.util.regex.Pattern;

/**
 * A member of one workspace: {@code M-} and 16 base-32 characters of the hash of its signing key.
 */
public record MemberId(String value) implements Comparable<MemberId> {
  private static final Pattern SHAPE = Pattern.compile("M-[A-Z2-7]{16}");

  public MemberId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a member id");
    }
  }

  /** The id that belongs to a signing key. */
  public static MemberId of(Bytes signingKey) {
    Hash hash = Hash.of(Lv.of("intandem/v1/member").add(signingKey).bytes());
    return new MemberId("M-" + Base32.encode(hash.value().slice(0, 10)));
  }

  @Override
  public int compareTo(MemberId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
