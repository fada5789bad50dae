package intandem.domain.hub;

import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.Entrance;
import intandem.domain.protocol.Frame;

/** What can happen to a hub. */
public sealed interface HubInput {
  /** A link came up; its number is used once. The address is as trustworthy as the entrance. */
  record Opened(long link, Entrance entrance, String address) implements HubInput {}

  /** A frame arrived, or something that is none. */
  record Received(long link, Decoded<Frame> frame) implements HubInput {}

  /** A link went down. */
  record Closed(long link) implements HubInput {}

  /** The entries of the last {@link HubEffect.Append} are durable. */
  record Appended() implements HubInput {}

  /** The disk refused the entries of the last {@link HubEffect.Append}. */
  record AppendFailed() implements HubInput {}
}
