package intandem.app.seat;

import intandem.domain.hub.HubInput;
import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Acceptor;
import intandem.domain.port.Codec;
import intandem.domain.port.Dialer;
import intandem.domain.port.Entrance;
import intandem.domain.port.Link;
import intandem.domain.protocol.Frame;
import intandem.domain.session.boundary.SessionInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The links of one seat by number, and what happens on them, told to its loop. */
final class Wires implements AutoCloseable {
  private final Codec codec;
  private final Mailbox mailbox;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, Link> links = new ConcurrentHashMap<>();
  private final Set<Long> arrived = ConcurrentHashMap.newKeySet();
  private final Inflow inflow = new Inflow();

  /** Where events go. Safe to call from any thread. */
  interface Mailbox {
    /** Runs {@code done} when the step that took the input is over, also if it failed. */
    void post(HubInput input, Runnable done);

    /** Runs {@code done} when the step that took the input is over, also if it failed. */
    void post(SessionInput input, Runnable done);

    default void post(HubInput input) {
      post(input, () -> {});
    }

    default void post(SessionInput input) {
      post(input, () -> {});
    }
  }

  Wires(Codec codec, Mailbox mailbox) {
    this.codec = codec;
    this.mailbox = mailbox;
  }

  long next() {
    return numbers.incrementAndGet();
  }

  void send(long link, Frame frame) {
    Optional.ofNullable(links.get(link)).ifPresent(l -> l.send(codec.encode(frame).utf8()));
  }

  void close(long link) {
    Optional.ofNullable(links.remove(link)).ifPresent(Link::close);
  }

  /** Ends all links that others opened. */
  void hangUpArrived() {
    List.copyOf(arrived).forEach(this::close);
  }

  @Override
  public void close() {
    links.keySet().forEach(this::close);
  }

  private Codec.Decoded<Frame> decode(String text) {
    return codec.decode(Frame.class, Bytes.utf8(text));
  }

  /** Takes in whoever comes by that entrance. */
  Acceptor.Arrivals arrivals(Entrance entrance) {
    return address -> arrived(entrance, address);
  }

  private Link.Events arrived(Entrance entrance, String address) {
    long number = next();
    return new Link.Events() {
      @Override
      public void opened(Link link) {
        links.put(number, link);
        arrived.add(number);
        mailbox.post(new HubInput.Opened(number, entrance, address));
      }

      @Override
      public void received(String text, Runnable taken) {
        mailbox.post(new HubInput.Received(number, decode(text)), inflow.take(text, taken));
      }

      @Override
      public void closed(Link.Ending ending) {
        links.remove(number);
        arrived.remove(number);
        mailbox.post(new HubInput.Closed(number));
      }
    };
  }

  /** Opens a link to the first of the endpoints that answers. */
  void dial(Dialer dialer, long attempt, List<Endpoint> endpoints) {
    if (endpoints.isEmpty()) {
      mailbox.post(new SessionInput.DialFailed(attempt));
      return;
    }
    long number = next();
    dialer.dial(
        endpoints.getFirst(),
        new Link.Events() {
          private boolean open;

          @Override
          public void opened(Link link) {
            open = true;
            links.put(number, link);
            mailbox.post(new SessionInput.LinkUp(attempt, number));
          }

          @Override
          public void received(String text, Runnable taken) {
            mailbox.post(new SessionInput.Received(number, decode(text)), inflow.take(text, taken));
          }

          @Override
          public void closed(Link.Ending ending) {
            links.remove(number);
            if (open) {
              mailbox.post(new SessionInput.LinkDown(number));
            } else {
              dial(dialer, attempt, endpoints.subList(1, endpoints.size()));
            }
          }
        });
  }
}
