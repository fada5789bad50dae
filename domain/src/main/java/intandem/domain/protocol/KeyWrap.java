package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.MemberId;

/** A key sealed to one member's X25519 key: HPKE base mode, single shot (RFC 9180 section 6.1). */
public record KeyWrap(MemberId to, Wrapped wrapped) {
  /** The encapsulated key (32 bytes) and the sealed text. */
  public record Wrapped(Bytes enc, Bytes ct) {}
}
