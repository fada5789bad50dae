package intandem.domain.port;

import intandem.domain.id.Endpoint;
import java.util.Optional;

/** A way from anywhere to a port of this machine. Whoever carries it is not trusted. */
public interface Tunnel {
  /** Who carries it. */
  Carrier carrier();

  /** What a request that came through it says of its origin. */
  HeaderTrust trust();

  /** The port of 127.0.0.1 that it has to lead to; 0 if any will do. */
  int port();

  /**
   * Starts to open it and returns at once; the outcome is an event, perhaps before this returns.
   *
   * @param port of 127.0.0.1, where what comes through arrives
   * @param before the address to have again, if the carrier allows it
   */
  Passage open(int port, Optional<Endpoint> before, Events events);

  /** An attempt to open a tunnel, and what came of it. */
  interface Passage extends AutoCloseable {
    /** Ends it; an event that is under way may still arrive. Closing twice is fine. */
    @Override
    void close();
  }

  /** What happens to a passage. Calls come one at a time, from any thread. */
  interface Events {
    /** It leads through, as far as the carrier says. At most once, before {@link #closed}. */
    void opened(Endpoint address);

    /** It is down, or never came up. At most once. */
    void closed(Fault fault);
  }

  /** Kinds of carriers. */
  enum Carrier {
    /** Cloudflare, through the user's own cloudflared. */
    CLOUDFLARED,
    /** A host that the user has an account on. */
    SSH,
    /** A localtunnel server. */
    LOCALTUNNEL,
    /** Something that the user runs. */
    MANUAL
  }

  /** The one header that a carrier sets itself and overwrites if it was sent. */
  enum HeaderTrust {
    /** There is none: all callers are one. */
    NONE,
    /** {@code CF-Connecting-IP}. */
    CF_CONNECTING_IP,
    /** The last entry of {@code X-Forwarded-For}; earlier ones are the caller's own words. */
    XFF_RIGHTMOST
  }

  /**
   * Why a passage is down.
   *
   * @param detail the carrier's own words, of at most 200 characters, not fit for a model as they
   *     are
   */
  record Fault(Kind kind, String detail) {
    private static final int MOST_CHARS = 200;

    public Fault {
      detail = detail.substring(0, Math.min(MOST_CHARS, detail.length()));
    }

    /** What kind of fault it is. */
    public enum Kind {
      /** The carrier's server cannot be reached. */
      UNREACHABLE,
      /** The carrier's server refused. */
      REFUSED,
      /** The carrier's server is not the one that is known by that name. */
      NOT_TRUSTED,
      /** No address came within the time. */
      TOO_SLOW,
      /** It was open, and ended. */
      ENDED,
      /** It is open, but leads to this hub no more. */
      LEADS_ASTRAY,
      /** What it needs on this machine is not to be had. */
      NOT_HERE
    }
  }
}
