package intandem.domain.id;

import java.util.regex.Pattern;

/** A workspace: 26 base-32 characters, the first 16 bytes of the hash of its first header. */
public record WorkspaceId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Z2-7]{26}");

  public WorkspaceId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a workspace id");
    }
  }

  /** The id that the header of entry 1 gives itself: it certifies the creator's key. */
  public static WorkspaceId of(Bytes firstHeader) {
    return new WorkspaceId(Base32.encode(Hash.of(firstHeader).value().slice(0, 16)));
  }

  @Override
  public String toString() {
    return value;
  }
}
