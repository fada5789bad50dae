package intandem.domain.hub;

import intandem.domain.id.Term;
import intandem.domain.port.Signer;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.Goodbye.Reason;
import intandem.domain.protocol.Standing;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.util.Optional;

/** What members say of terms beside this hub's: whoever follows a higher one ends it. */
record Rivals(Signer signer, Guests guests, Post post) {

  /**
   * Someone asks where this hub's owner stands, which answers itself: a hub has no word that a
   * member could trust. It hears of those too whom this log does not know, a few times over one
   * link: the log may be an old one. Whose membership has ended is told, and may log in to see.
   */
  void asked(Workspace workspace, Guest guest, Standing standing) {
    Optional<Member> member = member(workspace, standing);
    if (member.isEmpty()) {
      post.strike(guest);
      relay(workspace, guest, standing);
    } else if (!member.get().active()) {
      post.send(guest, new Frame.Goodbye(Reason.REMOVED, Duration.ZERO));
    } else if (!outranked(workspace, standing.term())) {
      relay(workspace, guest, standing);
    }
  }

  private void relay(Workspace workspace, Guest guest, Standing standing) {
    guests
        .find(workspace.reign().owner())
        .ifPresent(
            owner -> post.send(owner, new Frame.Relayed(guest.link, new Frame.Query(standing))));
  }

  /** Whether that term, of which a member told, ends this hub. */
  boolean outranked(Workspace workspace, Term term) {
    boolean higher = term.compareTo(workspace.reign().term()) > 0;
    if (higher) {
      post.add(new HubEffect.Outranked(term));
    }
    return higher;
  }

  /** Whose word it is, if that is, or was, a member. */
  private Optional<Member> member(Workspace workspace, Standing standing) {
    return workspace
        .roster()
        .find(standing.from())
        .filter(
            member ->
                signer.verify(
                    member.keys().sign(),
                    standing.signingInput(workspace.charter().id()),
                    standing.signature()));
  }
}
