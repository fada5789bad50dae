package intandem.app.seat;

import intandem.app.platform.Closer;
import intandem.app.platform.Platform;
import intandem.domain.id.Endpoint;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Acceptor;
import intandem.domain.port.Entrance;
import intandem.domain.port.TransportException;
import intandem.domain.port.Tunnel;
import intandem.domain.port.Tunnel.Carrier;
import intandem.domain.port.Tunnel.Fault;
import intandem.domain.reach.Reach;
import intandem.domain.reach.Supervisor;
import intandem.domain.reach.Supervisor.Effect;
import intandem.domain.reach.Supervisor.Input;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way from other machines to this process, which is the hub or may be next: a listener of its
 * own, and a supervised tunnel to it. It has a thread of its own.
 */
final class Gateway implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Gateway.class.getName());
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Platform platform;
  private final Tunnel tunnel;
  private final WorkspaceId workspace;
  private final Consumer<Reach> told;
  private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
  private final CountDownLatch settled = new CountDownLatch(1);
  private final Closer closer = new Closer();
  private volatile Reach reach = new Reach.Local();
  private Optional<Acceptor.Listening> listening = Optional.empty();
  private Optional<Tunnel.Passage> passage = Optional.empty();

  private Gateway(Platform platform, Tunnel tunnel, WorkspaceId workspace, Consumer<Reach> told) {
    this.platform = platform;
    this.tunnel = tunnel;
    this.workspace = workspace;
    this.told = told;
  }

  /** Begins to open the way; {@code told} hears how it stands, from now on and from any thread. */
  static Gateway open(
      Platform platform, Tunnel tunnel, WorkspaceId workspace, Wires wires, Consumer<Reach> told) {
    Gateway gateway = new Gateway(platform, tunnel, workspace, told);
    Acceptor.Arrivals arrivals = wires.arrivals(Entrance.TUNNEL);
    Thread thread = Thread.ofVirtual().name("intandem-gateway").start(() -> gateway.run(arrivals));
    gateway.closer.register(thread::interrupt);
    return gateway;
  }

  /** Whether it leads through now, as far as the carrier says. */
  boolean open() {
    return reach.outside().isPresent();
  }

  /** Waits until it is known whether the way is open, but no longer than that. */
  void await(Duration patience) throws InterruptedException {
    if (!settled.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      settled.countDown();
    }
  }

  /** What callers may ask for: the address that was given out; with it, what they forward to it. */
  private Set<String> hosts() {
    boolean forwarded = tunnel.carrier() == Carrier.SSH || tunnel.carrier() == Carrier.MANUAL;
    return Stream.concat(
            reach.outside().map(Gateway::host).stream(),
            forwarded ? THIS_MACHINE.stream() : Stream.of())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String host(Endpoint address) {
    return address.host().contains(":") ? "[" + address.host() + "]" : address.host();
  }

  private void run(Acceptor.Arrivals arrivals) {
    InstantSource clock = platform.clock();
    Supervisor supervisor = new Supervisor(tunnel.carrier(), platform.entropy(), clock.instant());
    try {
      while (true) {
        Input input = next(Duration.between(clock.instant(), supervisor.due()));
        supervisor.on(input, clock.instant()).forEach(effect -> run(effect, arrivals));
        if (input instanceof Input.Probed) {
          settled.countDown();
        }
      }
    } catch (InterruptedException e) {
      LOG.log(System.Logger.Level.DEBUG, "the way from other machines ends", e);
    } finally {
      passage.ifPresent(Tunnel.Passage::close);
      listening.ifPresent(Acceptor.Listening::close);
    }
  }

  private Input next(Duration pause) throws InterruptedException {
    long millis = Math.max(0, pause.toMillis() + 1);
    return Optional.ofNullable(inputs.poll(millis, TimeUnit.MILLISECONDS))
        .orElseGet(Input.Tick::new);
  }

  private void run(Effect effect, Acceptor.Arrivals arrivals) {
    switch (effect) {
      case Effect.Open(long attempt, Optional<Endpoint> before) -> {
        passage.ifPresent(Tunnel.Passage::close);
        passage = passage(arrivals, before, events(attempt));
      }
      case Effect.Close(long attempt) -> passage.ifPresent(Tunnel.Passage::close);
      case Effect.Probe(long attempt, Endpoint address) ->
          Thread.ofVirtual().name("intandem-probe").start(() -> probe(attempt, address));
      case Effect.Report(Reach now) -> {
        reach = now;
        told.accept(now);
        if (now instanceof Reach.Down) {
          settled.countDown();
        }
      }
    }
  }

  private Optional<Tunnel.Passage> passage(
      Acceptor.Arrivals arrivals, Optional<Endpoint> before, Tunnel.Events events) {
    try {
      return Optional.of(tunnel.open(listen(arrivals), before, events));
    } catch (TransportException e) {
      events.closed(new Fault(Fault.Kind.NOT_HERE, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** The port it listens on: the one that the tunnel leads to, once no other hub has it. */
  private int listen(Acceptor.Arrivals arrivals) {
    if (listening.filter(this::fits).isEmpty()) {
      listening.ifPresent(Acceptor.Listening::close);
      Acceptor acceptor = platform.acceptor(this::hosts, tunnel.trust());
      listening = Optional.of(acceptor.listen(tunnel.port(), arrivals));
    }
    return listening.orElseThrow().port();
  }

  private boolean fits(Acceptor.Listening ear) {
    return tunnel.port() == 0 || tunnel.port() == ear.port();
  }

  private void probe(long attempt, Endpoint address) {
    inputs.add(new Input.Probed(attempt, Probe.reaches(platform, address, workspace)));
  }

  private Tunnel.Events events(long attempt) {
    return new Tunnel.Events() {
      @Override
      public void opened(Endpoint address) {
        inputs.add(new Input.Opened(attempt, address));
      }

      @Override
      public void closed(Fault fault) {
        inputs.add(new Input.Closed(attempt, fault));
      }
    };
  }

  @Override
  public void close() {
    closer.close();
  }
}
