package intandem.project;

import intandem.domain.id.Bytes;
import intandem.domain.port.Snippets.Reason;
import intandem.domain.port.Snippets.Refused;

/** What came of reading a file. */
sealed interface Content {
  /** The bytes of a file, or of its beginning if it is larger than what is read. */
  record Found(Bytes bytes) implements Content {}

  /** Nothing was read. */
  record Kept(Refused refused) implements Content {}

  static Kept kept(Reason reason, String detail) {
    return new Kept(new Refused(reason, detail));
  }
}
