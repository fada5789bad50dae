package intandem.domain.port;

/** One end of a connection that carries text frames in order. Safe to call from any thread. */
public interface Link {

  /** Queues a frame; never blocks. A link that is closed, or cannot keep up, drops it and ends. */
  void send(String text);

  /** Ends the link after what was queued; the other side is told. Closing twice is fine. */
  void close();

  /** What happens on a link. Calls come one at a time, and none after {@code closed}. */
  interface Events {
    /** The link is up. */
    void opened(Link link);

    /**
     * A whole frame arrived. The next comes after {@code taken} was run, once, from any thread: who
     * is slow holds up the other side and not its own memory.
     */
    void received(String text, Runnable taken);

    /** The link is down, or never came up. Called exactly once. */
    void closed(Ending ending);
  }

  /** Why a link is down. */
  enum Ending {
    /** One of the two sides closed it. */
    CLOSED,
    /** Nobody listens there. */
    REFUSED,
    /** No answer in time, or the network is gone. */
    UNREACHABLE,
    /** The name is not known. */
    UNKNOWN_HOST,
    /** Something answered that is no hub. */
    NOT_A_HUB,
    /** A page for people answered. */
    WEB_PAGE,
    /** A tunnel or a proxy answered that the hub is not there. */
    NOBODY_BEHIND,
    /** The proxy of this network does not let one through. */
    PROXY_REFUSED,
    /** The proxy that this user set is not there. */
    NO_PROXY,
    /** The certificates to trust that this user set cannot be read; nothing was dialled. */
    NO_CERTIFICATES,
    /** The certificate does not hold. */
    UNTRUSTED,
    /** A frame broke the limits of the link; an end that was writing meanwhile may see BROKEN. */
    TOO_LARGE,
    /** The link broke. */
    BROKEN
  }
}
