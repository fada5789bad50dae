package intandem.app.seat;

import intandem.app.platform.Platform;
import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.Link;
import intandem.domain.protocol.Frame;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A call to an address as any member would make it, up to the first frame: whether a hub of that
 * workspace answers, or a member that is none. It is no proof, only a sign of health: the first
 * frame is not secret.
 */
final class Probe implements Link.Events {
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final Platform platform;
  private final WorkspaceId workspace;
  private final CompletableFuture<Boolean> reached = new CompletableFuture<>();
  private final AtomicReference<Optional<Link>> link = new AtomicReference<>(Optional.empty());

  private Probe(Platform platform, WorkspaceId workspace) {
    this.platform = platform;
    this.workspace = workspace;
  }

  /** Calls, and waits up to 12 seconds for an answer. */
  static boolean reaches(Platform platform, Endpoint address, WorkspaceId workspace) {
    Probe probe = new Probe(platform, workspace);
    platform.dialer().dial(address, probe);
    try {
      return probe
          .reached
          .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } finally {
      probe.link.get().ifPresent(Link::close);
    }
  }

  @Override
  public void opened(Link opened) {
    link.set(Optional.of(opened));
  }

  @Override
  public void received(String text, Runnable taken) {
    taken.run();
    reached.complete(
        switch (platform.codec().decode(Frame.class, Bytes.utf8(text))) {
          case Decoded.Valid<Frame>(Frame.Challenge challenge) ->
              challenge.workspace().equals(workspace);
          case Decoded.Valid<Frame>(Frame.Goodbye(var reason, var _)) ->
              reason == Frame.Goodbye.Reason.OWNER_AWAY;
          case Decoded.Valid<Frame> _ -> false;
          case Decoded.Malformed<Frame> _ -> false;
        });
  }

  @Override
  public void closed(Link.Ending ending) {
    reached.complete(false);
  }
}
