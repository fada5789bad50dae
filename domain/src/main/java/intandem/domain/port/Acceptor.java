package intandem.domain.port;

/** Takes links from other processes. */
public interface Acceptor {

  /**
   * Listens on loopback.
   *
   * @param port the port wished for; if it is taken, or 0, another one
   * @throws TransportException if no port can be bound
   */
  Listening listen(int port, Arrivals arrivals);

  /** An open ear; closing it ends its links too. */
  interface Listening extends AutoCloseable {
    /** The port in use. */
    int port();

    @Override
    void close();
  }

  /** Asked for each new link; the events begin with {@code opened}. */
  interface Arrivals {
    /**
     * Someone connected.
     *
     * @param address the other side's address, only as trustworthy as the listener
     */
    Link.Events arrived(String address);
  }
}
