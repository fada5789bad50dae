package intandem.domain.id;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** Six characters that let someone join: 30 bits, known only to those who invite and join. */
public final class InviteCode {
  /** Without I, O, 0 and 1, which people mistake for one another. */
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 6;

  private final String value;

  private InviteCode(String value) {
    this.value = value;
  }

  /** A fresh code. */
  public static InviteCode random(RandomGenerator entropy) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(entropy.nextInt(ALPHABET.length())));
    }
    return new InviteCode(code.toString());
  }

  /** Reads what a person typed: case, spaces and hyphens do not matter. */
  public static Reading read(String typed) {
    if (!typed.chars().allMatch(c -> c < 0x80)) {
      return Reading.Fault.NOT_ASCII;
    }
    String code = typed.replaceAll("[ -]", "").strip().toUpperCase(Locale.ROOT);
    if (code.length() != LENGTH) {
      return Reading.Fault.WRONG_LENGTH;
    }
    if (code.chars().anyMatch(c -> "IO01".indexOf(c) >= 0)) {
      return Reading.Fault.NEVER_USED;
    }
    boolean known = code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return known ? new Reading.Read(new InviteCode(code)) : Reading.Fault.NOT_ALLOWED;
  }

  /** What came of reading a code. */
  public sealed interface Reading {
    /** A code. */
    record Read(InviteCode code) implements Reading {}

    /** No code, and why. */
    enum Fault implements Reading {
      /** It has characters that are not ASCII. */
      NOT_ASCII,
      /** It has not six characters. */
      WRONG_LENGTH,
      /** It has one of I, O, 0 and 1. */
      NEVER_USED,
      /** It has a character that is neither letter nor digit. */
      NOT_ALLOWED
    }
  }

  /** The code itself, to show to a person. */
  public String reveal() {
    return value;
  }

  /** The code as a password. */
  public Secret secret() {
    return Secret.of(Bytes.utf8(value).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InviteCode code && secret().equals(code.secret());
  }

  @Override
  public int hashCode() {
    return LENGTH;
  }

  /** First and last character only. */
  @Override
  public String toString() {
    return value.charAt(0) + "…" + value.charAt(LENGTH - 1);
  }
}
