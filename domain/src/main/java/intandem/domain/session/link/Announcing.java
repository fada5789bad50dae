package intandem.domain.session.link;

import intandem.domain.id.Endpoint;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.session.attention.Attention;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Listener;
import intandem.domain.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the others told who this member is, and where it can be reached. */
public final class Announcing implements Listener {
  private final Core core;
  private final Attention attention;
  private Optional<Body.Profile> told = Optional.empty();

  /** Has told nothing yet. */
  public Announcing(Core core, Attention attention) {
    this.core = core;
    this.attention = attention;
  }

  /** Says what the log does not say yet. To be called by who is up to date. */
  public void upkeep(Instant now) {
    Body.Profile profile = core.role.profile().woken(attention.waking());
    if (outdated(profile) && core.want(new Act.UpdateMember(), profile, now).isPresent()) {
      told = Optional.of(profile);
    }
    core.endpoint().ifPresent(here -> announce(here, now));
  }

  /** A member needs a name in any case; another profile than before is told once. */
  private boolean outdated(Body.Profile profile) {
    View view = core.replica().view();
    boolean named = !view.nameOf(core.self()).equals(core.self().value());
    boolean known =
        view.profileOf(core.self()).equals(profile) || told.equals(Optional.of(profile));
    return !named || !(known || core.replica().blind());
  }

  /** Where the hub is, or will be, should this member ever lead. */
  private void announce(Endpoint here, Instant now) {
    List<String> addresses = core.reaching.addresses(here);
    boolean known = core.replica().view().addressesOf(core.self()).equals(addresses);
    if (!known && core.seated()) {
      core.want(new Act.AnnounceEndpoint(), new Body.Addresses(addresses), now);
    }
  }

  /** What was told may be on the part that is gone. */
  @Override
  public void cut(long index) {
    told = Optional.empty();
  }
}
