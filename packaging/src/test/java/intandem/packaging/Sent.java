package intandem.packaging;

import intandem.packaging.Client.Result;

/** What the author of something was told became of it. */
enum Sent {
  /** It is on two disks, or at least on the owner's. */
  STORED,
  /** It is kept, and will go out. */
  QUEUED,
  /** Nobody knows yet, or the process died before it could say. */
  UNKNOWN,
  /** It was not done. */
  REFUSED;

  static Sent of(Result result) {
    if (result.isError()) {
      return REFUSED;
    }
    if (result.says("Queued: ")) {
      return QUEUED;
    }
    return result.says("Unknown yet") ? UNKNOWN : STORED;
  }

  /** Whether it may be found that often in a copy of the log. */
  boolean allows(long times) {
    return switch (this) {
      case STORED, QUEUED -> times == 1;
      case UNKNOWN -> times <= 1;
      case REFUSED -> times == 0;
    };
  }
}
