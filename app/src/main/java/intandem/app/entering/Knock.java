package intandem.app.entering;

import intandem.app.platform.Platform;
import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.WorkspaceId;
import intandem.domain.join.Joining;
import intandem.domain.join.Joining.Step;
import intandem.domain.port.Codec;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Link;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Frame;
import intandem.domain.tandem.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One attempt to join at one address, in the caller's thread. */
final class Knock {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Platform platform;
  private final Endpoint endpoint;
  private final Joining joining;
  private final Applying applying;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private Optional<Link> link = Optional.empty();
  private boolean confirmed;

  private sealed interface Event {
    record Opened(Link link) implements Event {}

    record Received(Decoded<Frame> frame, Runnable taken) implements Event {}

    record Closed(Link.Ending ending) implements Event {}
  }

  /** What came of it. */
  sealed interface Outcome {
    /** In, with a new identity. */
    record Joined(Identity identity) implements Outcome {}

    /** This user can return to that workspace with an identity it has already. */
    record Known(WorkspaceId workspace) implements Outcome {}

    /** Not in. */
    record Refused(Refusal refusal) implements Outcome {}
  }

  /** Prepares an attempt; a workspace of which a membership is held is not joined again. */
  Knock(
      Platform platform,
      Endpoint endpoint,
      InviteCode code,
      Body.Profile profile,
      Applying applying) {
    this.platform = platform;
    this.endpoint = endpoint;
    this.joining = new Joining(platform.joining(), code, profile, applying);
    this.applying = applying;
  }

  Outcome run() throws InterruptedException {
    platform.dialer().dial(endpoint, listener());
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (true) {
        Optional<Event> event =
            Optional.ofNullable(events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        Optional<Outcome> outcome =
            event.map(this::on).orElseGet(() -> Optional.of(ended(Link.Ending.UNREACHABLE)));
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
    } finally {
      link.ifPresent(Link::close);
      if (!confirmed) {
        applying.withdraw();
      }
    }
  }

  private Link.Events listener() {
    return new Link.Events() {
      @Override
      public void opened(Link opened) {
        events.add(new Event.Opened(opened));
      }

      @Override
      public void received(String text, Runnable taken) {
        Codec codec = platform.codec();
        events.add(new Event.Received(codec.decode(Frame.class, Bytes.utf8(text)), taken));
      }

      @Override
      public void closed(Link.Ending ending) {
        events.add(new Event.Closed(ending));
      }
    };
  }

  private Optional<Outcome> on(Event event) {
    return switch (event) {
      case Event.Opened(Link opened) -> {
        link = Optional.of(opened);
        send(joining.open());
        yield Optional.empty();
      }
      case Event.Received(Decoded.Valid<Frame>(Frame frame), Runnable taken) -> {
        taken.run();
        yield on(frame);
      }
      case Event.Received(Decoded.Malformed<Frame> malformed, Runnable taken) ->
          Optional.of(ended(Link.Ending.NOT_A_HUB));
      case Event.Closed(Link.Ending ending) -> Optional.of(ended(ending));
    };
  }

  private Optional<Outcome> on(Frame frame) {
    if (frame instanceof Frame.Goodbye(Frame.Goodbye.Reason reason, Duration retryAfter)) {
      return refused(new Refusal.HubRefused(reason, retryAfter));
    }
    if (frame instanceof Frame.JoinTicket ticket && applying.held(ticket.workspace())) {
      return Optional.of(new Outcome.Known(ticket.workspace()));
    }
    return switch (joining.on(frame)) {
      case Step.Reply(Frame reply) -> {
        confirmed |= reply instanceof Frame.JoinConfirm;
        send(reply);
        yield Optional.empty();
      }
      case Step.Joined(Identity identity) -> Optional.of(new Outcome.Joined(identity));
      case Step.Failed(var failure, int triesLeft, String detail) ->
          refused(new Refusal.JoinRefused(failure, triesLeft, detail));
      case Step.NotTrusted() -> refused(new Refusal.NotTrusted());
      case Step.Ignored() -> Optional.empty();
    };
  }

  private static Optional<Outcome> refused(Refusal refusal) {
    return Optional.of(new Outcome.Refused(refusal));
  }

  private Outcome ended(Link.Ending ending) {
    return new Outcome.Refused(new Refusal.Unreachable(endpoint.toString(), ending));
  }

  private void send(Frame frame) {
    link.ifPresent(l -> l.send(platform.codec().encode(frame).utf8()));
  }
}
