package intandem.domain.session.drafting;

import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.tandem.Refusal;

/** What is asked for in the words of the protocol, or why it is not done. */
sealed interface Written {
  /** A command for a draft. */
  record Command(Recipient to, Act act, Body body) implements Written {}

  /** It cannot be done. */
  record Refused(Refusal refusal) implements Written {}
}
