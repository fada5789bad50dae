package intandem.app.host;

import intandem.domain.protocol.Waking;
import intandem.domain.session.boundary.SessionEffect.Wake;
import intandem.mcp.waking.ChannelEvent;
import intandem.mcp.waking.InboxSocket;
import intandem.mcp.waking.WakeLine;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Wakes this session's model, each time in one way only: by the host's socket; if there is none, or
 * it does not take the line, by a channel event. Whether such an event is heard, no host says.
 */
public final class Doorbell {
  private static final System.Logger LOG = System.getLogger(Doorbell.class.getName());

  private final Ways ways;
  private final Optional<InboxSocket> socket;
  private final BooleanSupplier channels;
  private final Consumer<ChannelEvent> channel;
  private final ExecutorService ringing =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("doorbell").factory());
  private volatile boolean broken;
  private volatile boolean hooked;
  private volatile Consumer<Waking> listener = waking -> {};

  /**
   * {@code channels} says whether the host was started to take channel events, and {@code channel}
   * hands it one.
   */
  public Doorbell(
      Map<String, String> environment, BooleanSupplier channels, Consumer<ChannelEvent> channel) {
    this.ways = Ways.of(environment);
    this.socket = InboxSocket.of(environment).filter(offered -> ways.allow(Waking.SOCKET));
    this.channels = channels;
    this.channel = channel;
  }

  /** That hears of every change in how the model can be woken. */
  public void listen(Consumer<Waking> told) {
    listener = told;
  }

  /** How the model can be woken, as far as can be known. */
  public Waking best() {
    if (socket.isPresent() && !broken) {
      return Waking.SOCKET;
    }
    if (ways.allow(Waking.CHANNEL) && (ways.named() || channels.getAsBoolean())) {
      return Waking.CHANNEL;
    }
    return ways.allow(Waking.HOOK) && hooked ? Waking.HOOK : Waking.NONE;
  }

  /** A hook of the host was heard, so there are some. */
  public void heard() {
    if (!hooked) {
      Waking before = best();
      hooked = true;
      changed(before);
    }
  }

  /** Rings, soon: the caller is not kept waiting. */
  public void ring(Wake wake) {
    ChannelEvent event = WakeLine.of(wake);
    ringing.execute(() -> ring(event));
  }

  private void ring(ChannelEvent event) {
    if (!rungBySocket(event.content()) && ways.allow(Waking.CHANNEL)) {
      channel.accept(event);
    }
  }

  private boolean rungBySocket(String line) {
    if (socket.isEmpty()) {
      return false;
    }
    Waking before = best();
    try {
      socket.get().send(line);
      broken = false;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the host did not take a line: {0}", e.toString());
      broken = true;
    }
    changed(before);
    return !broken;
  }

  private void changed(Waking before) {
    Waking now = best();
    if (now != before) {
      listener.accept(now);
    }
  }
}
