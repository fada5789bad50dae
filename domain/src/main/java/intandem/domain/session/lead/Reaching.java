package intandem.domain.session.lead;

import intandem.domain.id.Endpoint;
import intandem.domain.reach.Reach;
import intandem.domain.session.core.Notices;
import intandem.domain.tandem.Invitation;
import intandem.domain.tandem.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From where this member's hub, while it leads, can be reached: its user hears of changes at once,
 * its peers once they last. An address that is gone for some seconds only is not taken back.
 */
final class Reaching {
  static final Duration LASTING = Duration.ofSeconds(10);

  private final Notices notices;
  private Reach reach = new Reach.Local();
  private Optional<Endpoint> published = Optional.empty();
  private Optional<Instant> lostAt = Optional.empty();
  private boolean shown;

  /** Changes are put among the notices once its user was shown how it stands. */
  Reaching(Notices notices, boolean shown) {
    this.notices = notices;
    this.shown = shown;
  }

  /** How it stands now; from here on the user hears of changes. */
  Reach show() {
    shown = true;
    return reach;
  }

  /** It stands differently. */
  void changed(Reach next, Optional<Invitation> invitation, Instant now) {
    boolean news = !next.outside().equals(reach.outside()) || newlyDown(next);
    reach = next;
    if (next.outside().isPresent()) {
      published = next.outside();
      lostAt = Optional.empty();
    } else if (published.isPresent() && lostAt.isEmpty()) {
      lostAt = Optional.of(now);
    }
    if (news && shown) {
      notices.add(new Notice.Reachable(next, invitation));
    }
  }

  private boolean newlyDown(Reach next) {
    return next instanceof Reach.Down && !(reach instanceof Reach.Down);
  }

  /** This member leads no more. */
  void ended() {
    reach = new Reach.Local();
    published = Optional.empty();
    lostAt = Optional.empty();
  }

  /** Where peers are told that the hub is, or will be, given where this process listens. */
  List<String> addresses(Endpoint here, Instant now) {
    if (lostAt.filter(lost -> !lost.plus(LASTING).isAfter(now)).isPresent()) {
      published = Optional.empty();
      lostAt = Optional.empty();
    }
    List<String> addresses = new ArrayList<>(List.of(here.toString()));
    published.map(Endpoint::toString).ifPresent(addresses::add);
    return addresses;
  }

  /** When {@link #addresses} changes by itself. */
  Optional<Instant> due() {
    return lostAt.map(lost -> lost.plus(LASTING));
  }
}
