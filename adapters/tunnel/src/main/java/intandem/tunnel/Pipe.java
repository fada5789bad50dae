package intandem.tunnel;

import java.io.IOException;
import java.net.Socket;

/** Two sockets made one: what either end says, the other hears. */
final class Pipe {
  private Pipe() {}

  /** Passes bytes both ways until one end stops or breaks, then closes both. */
  static void between(Socket one, Socket other) {
    Thread back = Thread.ofVirtual().name("intandem-tunnel").start(() -> pass(other, one));
    pass(one, other);
    try {
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      System.getLogger(Pipe.class.getName()).log(System.Logger.Level.DEBUG, "it broke off", e);
    }
  }
}
