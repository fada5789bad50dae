package intandem.domain.session.lead;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Epoch;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.join.Inviting;
import intandem.domain.join.Inviting.Outcome;
import intandem.domain.port.Keyring.Known;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.protocol.Rejection;
import intandem.domain.session.boundary.Role;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Invitation;
import intandem.domain.tandem.Notice;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What falls to the member that leads: setting up the workspace, inviting and admitting. */
final class Hosting {
  private final Core core;
  private final Set<MemberId> removals;
  private final Inviting inviting;
  private final Map<EntryId, Bytes> admissions = new HashMap<>();
  private Optional<Invitation> published = Optional.empty();
  private long removed;

  /**
   * Begins to lead, with a fresh invite code.
   *
   * @param removals whom another branch of the log has removed: their memberships are to end here
   */
  Hosting(Core core, Set<MemberId> removals, Instant now) {
    this.core = core;
    this.removals = removals;
    this.inviting = new Inviting(core.role.join(), core.identity, now);
    this.removed = removed();
  }

  Answer on(Ask.Inviting ask, Instant now) {
    return switch (ask) {
      case Ask.Invite invite ->
          inviting.invite(now).map(this::invited).orElseGet(Answer.Uninvited::new);
      case Ask.Rotate rotate -> {
        core.want(new Act.StartEpoch(EpochKeys.UNMADE), new Body.None(), now);
        yield invited(inviting.rotate(now));
      }
      case Ask.Revoke revoke -> {
        inviting.revoke();
        yield new Answer.Uninvited();
      }
    };
  }

  private Answer invited(Invitation invitation) {
    return new Answer.Invited(invitation, core.reaching.show());
  }

  /** What can be handed on now. */
  Optional<Invitation> invitation(Instant now) {
    return inviting.invitation(now);
  }

  /** Publishes the code whenever it is a new one. */
  void publish(Instant now) {
    Optional<Invitation> current = inviting.invitation(now);
    boolean same = current.map(Invitation::code).equals(published.map(Invitation::code));
    if (!same && core.endpoint().isPresent()) {
      published = current;
      core.reaching.invites(current);
      current.ifPresent(
          invitation ->
              core.effect(new SessionEffect.Publish(invitation, core.endpoint().orElseThrow())));
    }
  }

  /** Asks for whatever the workspace still lacks. */
  void setUp(Instant now) {
    if (core.replica().workspace().isEmpty()) {
      return;
    }
    Workspace workspace = core.workspace();
    if (workspace.reign().epoch().number() == 0 || core.replica().rekeyDue()) {
      core.want(new Act.StartEpoch(EpochKeys.UNMADE), new Body.None(), now);
    }
    if (core.replica().view().workspaceName().isEmpty()
        && core.role instanceof Role.Founder(var profile, String name, var join)) {
      core.want(new Act.NameWorkspace(), new Body.WorkspaceName(name), now);
    }
    Set<MemberId> active = workspace.roster().active();
    removals.stream()
        .filter(active::contains)
        .filter(gone -> !workspace.ownedBy(gone))
        .findFirst()
        .ifPresent(
            gone -> core.want(new Act.RemoveMember(gone, EpochKeys.UNMADE), new Body.None(), now));
  }

  /** A joiner's frame, passed on by the hub. */
  void joined(long channel, Frame.Join frame, Instant now) {
    int tries = inviting.triesLeft();
    InviteCode code = inviting.code();
    switch (inviting.on(channel, frame, core.workspace(), now)) {
      case Outcome.Reply(Frame.Join reply) -> core.send(new Frame.Relayed(channel, reply));
      case Outcome.Proven(Bytes ticket, var joiner, Body.Profile profile) -> {
        Act add = new Act.AddMember(joiner.signKey(), joiner.sealKey());
        Draft draft = core.drafts.make(add, profile, now);
        admissions.put(draft.id(), ticket);
        core.outbox.addHousekeeping(draft);
      }
      case Outcome.Ignored() -> {}
    }
    if (!inviting.code().equals(code)) {
      core.notices.add(new Notice.CodeBurnt(inviting.invitation(now).isPresent()));
    } else if (inviting.triesLeft() != tries) {
      core.notices.add(new Notice.WrongCode(inviting.triesLeft()));
    }
  }

  /** An own command is in the log: perhaps it admits a joiner. */
  void committed(EntryId id) {
    Epoch epoch = core.workspace().reign().epoch();
    Optional.ofNullable(admissions.remove(id))
        .flatMap(
            ticket ->
                core.replica()
                    .epochs()
                    .secret(epoch)
                    .flatMap(
                        secret ->
                            inviting.admitted(
                                ticket, new Known(epoch, secret), core.replica().head())))
        .ifPresent(core::send);
  }

  /** An own command will not be in the log: perhaps a joiner waits for it. */
  void failed(Draft draft, Rejection reason) {
    if (reason == Rejection.NO_CHANGE && admitted(draft.act())) {
      committed(draft.id());
      return;
    }
    Failure failure = reason == Rejection.FULL ? Failure.FULL : Failure.NOT_STORED;
    Optional.ofNullable(admissions.remove(draft.id()))
        .flatMap(ticket -> inviting.refused(ticket, failure, longestAway()))
        .ifPresent(core::send);
  }

  /** Whether a joiner was let in by an earlier attempt, and perhaps never heard of it. */
  private boolean admitted(Act act) {
    return act instanceof Act.AddMember(Bytes signKey, Bytes sealKey)
        && core.workspace()
            .roster()
            .find(MemberId.of(signKey))
            .filter(Member::active)
            .filter(member -> member.keys().seal().equals(sealKey))
            .isPresent();
  }

  private String longestAway() {
    return core.workspace()
        .roster()
        .seated()
        .filter(member -> !member.online())
        .min(Comparator.comparing(Member::since))
        .map(member -> core.replica().view().nameOf(member.id()))
        .orElse("");
  }

  /** Whoever was removed knows the code: it has to change. */
  void changed(Instant now) {
    long gone = removed();
    if (gone > removed) {
      removed = gone;
      inviting.rotate(now);
    }
  }

  private long removed() {
    return core.replica().workspace().stream()
        .flatMap(workspace -> workspace.roster().members().stream())
        .filter(member -> !member.active())
        .count();
  }
}
