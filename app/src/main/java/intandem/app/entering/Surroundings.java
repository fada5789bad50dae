package intandem.app.entering;

import intandem.app.host.Doorbell;
import intandem.app.platform.Platform;
import intandem.app.seat.Seat;
import intandem.domain.id.Endpoint;
import intandem.domain.port.StorageException;
import intandem.domain.port.Whereabouts;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.tandem.Refusal;
import intandem.home.Hosting;
import intandem.home.KnownHubs;
import intandem.home.Membership;
import intandem.home.Sessions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The process around a seat: this user's session records, and the model's wake. */
final class Surroundings implements Seat.Outside, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Surroundings.class.getName());
  private static final int DISK_PAUSE_SECONDS = 5;

  private final Membership membership;
  private final Sessions sessions;
  private final KnownHubs hubs;
  private final Platform platform;
  private final Doorbell bell;
  private final Consumer<Refusal.Entering> over;
  private final AtomicReference<Optional<Hosting>> hosting =
      new AtomicReference<>(Optional.empty());
  private KnownHubs.Known known;

  /** With who hears that the session is over, and what to tell whoever asks it. */
  Surroundings(Membership membership, Opening process, Consumer<Refusal.Entering> over) {
    this.membership = membership;
    this.sessions = process.sessions();
    this.hubs = process.home().hubs(membership);
    this.platform = process.platform();
    this.bell = process.claude().bell();
    this.over = over;
    this.known = hubs.read();
  }

  @Override
  public Whereabouts whereabouts() {
    return sessions;
  }

  @Override
  public void wake(SessionEffect.Wake wake) {
    bell.ring(wake);
  }

  @Override
  public void publish(SessionEffect.Publish publish) {
    Hosting hub =
        Hosting.hub(publish.endpoint().port(), publish.invitation().code(), platform.entropy());
    hosting.set(Optional.of(hub));
    write(hub);
  }

  /** Until it is written down or something newer is to be: without it nobody finds this hub. */
  private void write(Hosting hub) {
    try {
      sessions.write(membership, hub, platform.clock().instant());
    } catch (StorageException e) {
      LOG.log(System.Logger.Level.WARNING, "where this hub is could not be written down", e);
      CompletableFuture.delayedExecutor(DISK_PAUSE_SECONDS, TimeUnit.SECONDS)
          .execute(() -> hosting.get().filter(hub::equals).ifPresent(this::write));
    }
  }

  /** Should the disk not take it, it is written when it is said again. */
  @Override
  public void remember(boolean leads, List<Endpoint> places) {
    KnownHubs.Known now = new KnownHubs.Known(leads, places);
    if (!now.equals(known)) {
      try {
        hubs.write(now);
        known = now;
      } catch (StorageException e) {
        LOG.log(System.Logger.Level.WARNING, "where the hub is could not be written down", e);
      }
    }
  }

  @Override
  public void steppedDown() {
    Hosting guest = new Hosting.Guest();
    hosting.set(Optional.of(guest));
    write(guest);
  }

  @Override
  public void ended(Refusal.Entering farewell) {
    close();
    over.accept(farewell);
  }

  /** Writes down nothing any more. */
  @Override
  public void close() {
    hosting.set(Optional.empty());
  }
}
