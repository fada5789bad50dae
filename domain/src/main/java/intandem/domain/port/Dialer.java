package intandem.domain.port;

import intandem.domain.id.Endpoint;

/** Opens links to hubs. */
public interface Dialer {
  /** Starts to connect and returns at once; the outcome, within 10 seconds, is an event. */
  void dial(Endpoint endpoint, Link.Events events);
}
