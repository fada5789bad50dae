package intandem.websocket;

import java.time.Duration;

/**
 * How long the network may take.
 *
 * @param connect until a TCP connection stands, per address of the host
 * @param outcome until a dialled link is up, or said not to be
 * @param handshake for a whole opening handshake at a listener, and for a closing one
 * @param ping between two pings; both ends send them
 * @param silence without any frame, after which a link counts as lost
 */
public record Timeouts(
    Duration connect, Duration outcome, Duration handshake, Duration ping, Duration silence) {

  /** After how many pings in a row without any frame the silence is over. */
  long beatsOfSilence() {
    return Math.max(1, silence.dividedBy(ping));
  }

  /** The product's values; silence is what the succession of a hub reckons with. */
  public static Timeouts standard() {
    return new Timeouts(
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15));
  }
}
