package intandem.domain.session.drafting;

import intandem.domain.tandem.Refusal;
import java.util.Optional;

/** A text that goes into a command, and how long it may be in characters. */
record Part(String name, String text, int limit) {
  /** What is wrong with a text that must not be empty. */
  Optional<Refusal> fault() {
    return text.isBlank() ? Optional.of(new Refusal.Empty(name)) : lengthFault();
  }

  /** What is wrong with a text that may be empty. */
  Optional<Refusal> lengthFault() {
    int length = text.codePointCount(0, text.length());
    return length > limit
        ? Optional.of(new Refusal.PartTooLong(name, length, limit))
        : Optional.empty();
  }
}
