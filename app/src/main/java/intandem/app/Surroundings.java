package intandem.app;

import intandem.domain.id.Endpoint;
import intandem.domain.session.Refusal;
import intandem.domain.session.SessionEffect;
import intandem.home.Hosting;
import intandem.home.Membership;
import intandem.home.Sessions;
import java.util.List;
import java.util.function.Consumer;

/**
 * The process around a seat: this user's session records, and the model's wake.
 *
 * @param over hears that the session is over, and what to tell whoever asks it
 */
record Surroundings(
    Membership membership,
    Sessions sessions,
    Platform platform,
    Doorbell bell,
    Consumer<Refusal.Entering> over)
    implements Seat.Outside {

  @Override
  public List<Endpoint> nearby() {
    return sessions.of(membership.workspace());
  }

  @Override
  public void wake(SessionEffect.Wake wake) {
    bell.ring(wake);
  }

  @Override
  public void publish(SessionEffect.Publish publish) {
    Hosting hub =
        Hosting.hub(publish.endpoint().port(), publish.invitation().code(), platform.entropy);
    sessions.write(membership, hub, platform.clock.instant());
  }

  @Override
  public void ended(Refusal.Entering farewell) {
    over.accept(farewell);
  }
}
