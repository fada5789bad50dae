package intandem.websocket;

import java.time.Duration;
import org.eclipse.jetty.websocket.core.Configuration;

/** What one link carries, and by which name. */
final class Limits {
  static final String PATH = "/v1/ws";
  static final String SUBPROTOCOL = "intandem.v1";

  /** UTF-8 bytes of one message, and of one frame. */
  static final int MESSAGE_BYTES = 65_536;

  /** Frames of one message. */
  static final int FRAGMENTS = 16;

  /** What may wait to be written, each frame counted with its overhead. */
  static final int BACKLOG_BYTES = 512 * 1024;

  static final int FRAME_OVERHEAD_BYTES = 512;

  private Limits() {}

  /** Frames arrive whole; liveness is our own affair, since Jetty's idle time counts writes too. */
  static void apply(Configuration session) {
    session.setAutoFragment(false);
    session.setMaxFrameSize(MESSAGE_BYTES);
    session.setIdleTimeout(Duration.ZERO);
  }
}
