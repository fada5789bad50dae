package intandem.domain.session.core;

import intandem.domain.id.Endpoint;
import intandem.domain.id.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What others say of where the hub is and who leads, before a log has shown it. */
public final class Hearsay {
  private static final Duration LOOK = Duration.ofSeconds(30);

  private List<Endpoint> hints;
  private List<Endpoint> told = List.of();
  private Optional<Term> rumour = Optional.empty();
  private Instant looked = Instant.MIN;
  private boolean saidRemoved;

  Hearsay(List<Endpoint> hints) {
    this.hints = hints;
  }

  /** Where this session's human says that the hub is. */
  public List<Endpoint> hints() {
    return hints;
  }

  /** This session's human says where the hub is. */
  public void hint(Endpoint hub) {
    hints = List.of(hub);
  }

  /** Who answered is no hub: of several places, another is looked at first. */
  public void pass() {
    if (hints.size() > 1) {
      List<Endpoint> turned = new ArrayList<>(hints.subList(1, hints.size()));
      turned.add(hints.getFirst());
      hints = List.copyOf(turned);
    }
  }

  /** Where other members say that they hear the hub. */
  public List<Endpoint> told() {
    return told;
  }

  /** Other members say that they hear the hub there. */
  public void told(List<Endpoint> addresses) {
    told = List.copyOf(addresses);
  }

  /** A member has told of that term, which this log may not have yet. */
  public void rumour(Term higher) {
    rumour = Optional.of(higher);
  }

  /** This member follows that term: if it is the one that was told of, that is settled. */
  public void settle(Optional<Term> own) {
    rumour = rumour.filter(higher -> !own.equals(Optional.of(higher)));
  }

  /** Forgets the term that was told of. */
  public void forgetRumour() {
    rumour = Optional.empty();
  }

  /** This member logs in to a hub besides that of its line, to look at its log. */
  public void looks(Instant now) {
    looked = now;
  }

  /** Whether a hub may take such a login for the later one of two, as it was under way so long. */
  public boolean looked(Instant now) {
    return looked.plus(LOOK).isAfter(now);
  }

  /** Whether a hub said that this member was removed, and has yet to show it. */
  public boolean saidRemoved() {
    return saidRemoved;
  }

  /** A hub said that this member was removed, or is one that lets it in. */
  public void saidRemoved(boolean said) {
    saidRemoved = said;
  }

  /** Whether a term is lower than one's own or the rumour; whoever says "removed" is heard. */
  boolean fences(Term other, Optional<Term> own) {
    return !saidRemoved
        && Stream.concat(own.stream(), rumour.stream()).anyMatch(t -> other.compareTo(t) < 0);
  }
}
