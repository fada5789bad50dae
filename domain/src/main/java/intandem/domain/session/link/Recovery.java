package intandem.domain.session.link;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Audience;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.session.core.Core;
import intandem.domain.view.Opened;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a part of the log that is cut off is brought back: members' commands, in their order.
 * One's own go out again under their ids; those of others are adopted, should their authors not
 * bring them back in time. What is derived anew, and terms, epochs and removals, are not brought
 * back.
 */
final class Recovery {
  private final Core core;
  private final Workspace winner;
  private final Instant now;

  /** For the branch that goes on. */
  Recovery(Core core, Workspace winner, Instant now) {
    this.core = core;
    this.winner = winner;
    this.now = now;
  }

  /** Drafts for what one's own log has after that index, and the other branch has not. */
  List<Draft> after(long index) {
    List<Draft> drafts = new ArrayList<>();
    for (Entry entry : core.ports.log().after(index, Integer.MAX_VALUE)) {
      if (entry.content() instanceof Envelope envelope) {
        core.replica()
            .envelopes()
            .command(envelope)
            .flatMap(command -> draft(envelope, command))
            .ifPresent(drafts::add);
      }
    }
    return drafts;
  }

  private Optional<Draft> draft(Envelope envelope, Header.Command command) {
    Origin author = command.meant().origin();
    boolean there = winner.ledger().find(author.from(), author.id()).isPresent();
    if (there || !lasting(command.meant()) || !member(author.from())) {
      return Optional.empty();
    }
    return core.replica().envelopes().open(core.workspace(), envelope, command)
            instanceof Opened.Legible(Body body)
        ? Optional.of(draft(command.meant(), body))
        : Optional.empty();
  }

  private boolean member(MemberId author) {
    return core.workspace().roster().find(author).filter(Member::active).isPresent();
  }

  private boolean lasting(Header.Command meant) {
    boolean own = meant.origin().from().equals(core.self());
    return switch (meant.act()) {
      case Act.Sharing _, Act.NameWorkspace _ -> true;
      case Act.AddMember(Bytes signKey, Bytes sealKey) -> member(MemberId.of(signKey));
      case Act.Leave _ -> !own && !core.workspace().roster().seated(meant.origin().from());
      case Act.Rejoin _ -> own;
      case Act.Keying _, Act.UpdateMember _ -> false;
      case Act.AnnounceEndpoint _, Act.Adopt _ -> false;
    };
  }

  private Draft draft(Header.Command meant, Body body) {
    Origin author = meant.origin();
    boolean own = author.from().equals(core.self());
    boolean owners =
        meant.act() instanceof Act.AddMember || meant.act() instanceof Act.NameWorkspace;
    boolean directed = meant.to() instanceof Audience.Only;
    if (own && !owners) {
      return new Draft(author.id(), Recipient.of(meant.to()), meant.act(), body, now);
    }
    Recipient to = directed ? new Recipient.One(author.from()) : new Recipient.All();
    Act adopt = new Act.Adopt(author.from(), author.id(), meant.act());
    return new Draft(id(author), to, adopt, body, now);
  }

  private EntryId id(Origin author) {
    Lv name = Lv.of("intandem/v1/adopt").add(author.from().value()).add(author.id().value());
    return core.drafts.id(name.bytes());
  }
}
