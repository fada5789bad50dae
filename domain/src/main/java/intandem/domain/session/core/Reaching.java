package intandem.domain.session.core;

import intandem.domain.id.Endpoint;
import intandem.domain.reach.Reach;
import intandem.domain.tandem.Invitation;
import intandem.domain.tandem.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From where this member can be reached while it leads or stands by: the user of who leads hears of
 * changes at once, its peers once they last. An address that is gone for some seconds only is not
 * taken back.
 */
public final class Reaching {
  static final Duration LASTING = Duration.ofSeconds(10);

  private final Notices notices;
  private Reach reach = new Reach.Local();
  private Optional<Endpoint> published = Optional.empty();
  private Optional<Instant> lostAt = Optional.empty();
  private boolean shown;
  private boolean stoodBy;
  private boolean failed;

  /** Changes are put among the notices once its user was shown how it stands. */
  Reaching(Notices notices, boolean shown) {
    this.notices = notices;
    this.shown = shown;
  }

  /** How it stands now; from here on the user hears of changes. */
  public Reach show() {
    shown = true;
    return reach;
  }

  /**
   * It stands differently, for this member as the one that leads.
   *
   * @param needed whether there are members on other machines
   */
  public void changed(Reach next, Optional<Invitation> invitation, boolean needed, Instant now) {
    boolean none = next instanceof Reach.Local || next instanceof Reach.Misset;
    boolean news = !next.outside().equals(reach.outside()) || newlyDown(next) || (none && needed);
    become(next, now);
    if (news && shown) {
      notices.add(new Notice.Reachable(next, invitation));
    }
  }

  /**
   * It stands differently, for this member as the one that stands by. Its user hears once that
   * there is a way, or that there is none.
   */
  public void changed(Reach next, Instant now) {
    become(next, now);
    boolean opens = next.outside().isPresent() && !stoodBy;
    boolean fails = (next instanceof Reach.Down || next instanceof Reach.Misset) && !failed;
    stoodBy |= opens;
    failed |= opens || fails;
    if (opens || fails) {
      notices.add(new Notice.StandsBy(next));
    }
  }

  /**
   * This member leads from now on, and the code is another one.
   *
   * @param instead whether another member did before
   */
  public void leads(Optional<Invitation> invitation, boolean instead) {
    if (reach.outside().isPresent()) {
      notices.add(new Notice.Reachable(reach, invitation));
    } else if (instead) {
      notices.add(new Notice.Leads(invitation));
    }
  }

  /** The code is another one, or none counts: what is not told yet is told with it. */
  public void invites(Optional<Invitation> invitation) {
    for (Notice notice : notices.waiting()) {
      if (notice instanceof Notice.Reachable(Reach to, var _)) {
        notices.add(new Notice.Reachable(to, invitation));
      } else if (notice instanceof Notice.Leads) {
        notices.add(new Notice.Leads(invitation));
      }
    }
  }

  private void become(Reach next, Instant now) {
    reach = next;
    if (next.outside().isPresent()) {
      published = next.outside();
      lostAt = Optional.empty();
    } else if (published.isPresent() && lostAt.isEmpty()) {
      lostAt = Optional.of(now);
    }
  }

  private boolean newlyDown(Reach next) {
    return next instanceof Reach.Down && !(reach instanceof Reach.Down);
  }

  /** This member neither leads nor stands by any more. */
  public void ended() {
    reach = new Reach.Local();
    published = Optional.empty();
    lostAt = Optional.empty();
  }

  /** Gives an address up that has been gone for too long. */
  public void tick(Instant now) {
    if (lostAt.filter(lost -> !lost.plus(LASTING).isAfter(now)).isPresent()) {
      published = Optional.empty();
      lostAt = Optional.empty();
    }
  }

  /** Where peers are told that the hub is, or will be, given where this process listens. */
  public List<String> addresses(Endpoint here) {
    List<String> addresses = new ArrayList<>(List.of(here.toString()));
    published.map(Endpoint::toString).ifPresent(addresses::add);
    return addresses;
  }

  /** When {@link #tick} is due. */
  public Optional<Instant> due() {
    return lostAt.map(lost -> lost.plus(LASTING));
  }
}
