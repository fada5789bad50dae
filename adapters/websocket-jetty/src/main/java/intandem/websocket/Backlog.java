package intandem.websocket;

/** How much of a link's output has not been written yet. */
final class Backlog {
  private int bytes;

  /** Makes room for a payload of that size; false if the other side does not keep up. */
  synchronized boolean admit(int payload) {
    int cost = payload + Limits.FRAME_OVERHEAD_BYTES;
    if (bytes + cost > Limits.BACKLOG_BYTES) {
      return false;
    }
    bytes += cost;
    return true;
  }

  synchronized void release(int payload) {
    bytes -= payload + Limits.FRAME_OVERHEAD_BYTES;
  }
}
