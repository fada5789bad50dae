package intandem.domain.hub;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.KeyPair;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.Goodbye.Reason;
import intandem.domain.protocol.Handover;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Login;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Standing;
import intandem.domain.workspace.Referee;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Orders a workspace's commands and passes them on, holding no key but its own. A step machine:
 * single-threaded, it answers each batch of inputs with effects. It decides on a tentative value,
 * has the entries appended, and only then publishes and answers.
 */
public final class Hub {
  private static final Duration SLOW = Duration.ofSeconds(15);

  private final HubPorts ports;
  private final HubKey key;
  private final Clockwork clock;
  private final Guests guests = new Guests();
  private final Presence presence = new Presence(guests);
  private final Doorkeeper doorkeeper;
  private final Post post;
  private final Rivals rivals;
  private final NewestAcks acks;
  private final Logins logins;
  private final Sequencer sequencer;
  private Optional<Handover> handover = Optional.empty();
  private boolean over;

  private Hub(HubPorts ports, HubKey key, Opening opening) {
    this.ports = ports;
    this.key = key;
    this.clock = opening.clock();
    Referee referee = Referee.strict(ports.codec(), ports.signer());
    this.sequencer = new Sequencer(referee, key, clock, opening.workspace());
    this.doorkeeper = new Doorkeeper(ports.limits());
    this.acks = new NewestAcks(ports.signer());
    this.logins = new Logins(ports.signer(), ports.log());
    this.post = new Post(guests, new Fanout(ports.log(), ports.codec(), key));
    this.rivals = new Rivals(ports.signer(), guests, post);
  }

  /**
   * Opens the hub of a new workspace and makes its first entry durable.
   *
   * @throws IllegalArgumentException if the envelope founds no workspace under that hub key
   */
  public static Hub found(HubPorts ports, KeyPair key, Envelope genesis, Instant now) {
    return new Hub(ports, new HubKey(ports.signer(), key), Opening.found(ports, key, genesis, now));
  }

  /**
   * Opens the hub of a workspace for its next term and makes the term's first entry durable.
   *
   * @param workspace as folded from the log of {@code ports}
   * @throws IllegalArgumentException if the envelope starts no term under that hub key
   */
  public static Hub reopen(
      HubPorts ports, KeyPair key, Workspace workspace, Envelope start, Instant now) {
    Opening opening = Opening.reopen(ports, key, workspace, start, now);
    return new Hub(ports, new HubKey(ports.signer(), key), opening);
  }

  /** Takes what happened, in order, and answers what is to be done, in order. */
  public List<HubEffect> on(List<HubInput> inputs, Instant now) {
    inputs.forEach(input -> on(input, now));
    expel(now);
    if (sequencer.idle() && !over) {
      decide(now);
    }
    if (sequencer.idle() && !over) {
      handover.ifPresent(word -> retire(word, now));
    }
    return post.drain();
  }

  /** When {@link #on} is due at the latest, with no input, if nothing happens. */
  public Optional<Instant> due() {
    List<Instant> dates = new ArrayList<>();
    if (sequencer.idle() && !over) {
      presence.next().map(sequencer::noting).ifPresent(dates::add);
    }
    for (Guest guest : guests.all()) {
      guest.owing().map(since -> since.plus(SLOW)).ifPresent(dates::add);
      if (guest.member().isEmpty()) {
        dates.add(Guests.deadline(guest));
      }
    }
    return dates.stream().min(Instant::compareTo);
  }

  private Workspace workspace() {
    return sequencer.workspace();
  }

  private void on(HubInput input, Instant now) {
    switch (input) {
      case HubInput.Opened opened -> opened(opened, now);
      case HubInput.Received(long link, Decoded<Frame> frame) ->
          guests.find(link).ifPresent(guest -> received(guest, frame, now));
      case HubInput.Closed(long link) -> guests.remove(link);
      case HubInput.Appended() -> appended(now);
      case HubInput.AppendFailed() -> refuse(sequencer.failed(), now);
    }
  }

  private void opened(HubInput.Opened arrival, Instant now) {
    Guest guest = new Guest(arrival, Bytes.random(ports.entropy(), 32), now);
    guests.add(guest);
    post.send(guest, challenge(guest));
  }

  /** Its time is when the link came up, so that both ends can tell it again later. */
  private Frame.Challenge challenge(Guest guest) {
    Instant at = clock.peek(guest.opened());
    return new Frame.Challenge(
        workspace().charter().id(), workspace().reign().term(), guest.nonce, at);
  }

  private void received(Guest guest, Decoded<Frame> decoded, Instant now) {
    switch (decoded) {
      case Decoded.Malformed<Frame> malformed -> post.strike(guest);
      case Decoded.Valid<Frame>(Frame frame) -> received(guest, frame, now);
    }
  }

  private void received(Guest guest, Frame frame, Instant now) {
    Optional<MemberId> member = guest.member();
    switch (frame) {
      case Frame.Proof proof when member.isEmpty() -> login(guest, proof, now);
      case Frame.Join join when member.isEmpty() -> knock(guest, join, now);
      case Frame.Query(Standing standing) when member.isEmpty() ->
          rivals.asked(workspace(), guest, standing);
      case Frame.Relayed(long channel, Frame.Relayable answer) when owner(guest) ->
          guests.find(channel).ifPresent(stranger -> post.send(stranger, answer));
      case Frame.HandedOver(Handover word)
          when owner(guest) && word.term().equals(workspace().reign().term()) ->
          handover = Optional.of(word);
      case Frame.Submit(Envelope envelope) when guest.active(workspace()) ->
          submitted(guest, member.get(), envelope, now);
      case Frame.Taken taken when member.isPresent() -> {
        guest.taken(now);
        post.pump(guest, workspace(), now);
      }
      case Frame.Acked(Ack ack) when guest.active(workspace()) && guest.is(ack.from()) ->
          acked(guest, ack, now);
      case Frame.Goodbye bye when member.isPresent() -> {
        presence.ended(member.get());
        post.hangUp(guest);
      }
      case Frame other -> post.strike(guest);
    }
  }

  private boolean owner(Guest guest) {
    return guest.is(workspace().reign().owner());
  }

  private void login(Guest guest, Frame.Proof proof, Instant now) {
    Optional<Reason> fault = logins.fault(workspace(), challenge(guest), proof);
    if (fault.isPresent()) {
      fault
          .filter(Reason.OTHER_BRANCH::equals)
          .ifPresent(reason -> rivals.outranked(workspace(), proof.term()));
      post.dismiss(guest, fault.get(), Duration.ZERO);
      return;
    }
    guests.find(proof.from()).ifPresent(old -> post.dismiss(old, Reason.REPLACED, Duration.ZERO));
    Head head = ports.log().at(workspace().lastFor(proof.from())).orElseThrow();
    Bytes signed =
        Login.answerInput(workspace().charter().id(), challenge(guest), proof.nonce(), head);
    guest.login(proof.from(), logins.common(proof).orElseThrow().index(), now);
    post.send(guest, new Frame.LoggedIn(head, key.sign(signed)));
    post.pump(guest, workspace(), now);
    if (guest.active(workspace())) {
      acks.all().forEach(ack -> post.send(guest, new Frame.Acked(ack)));
      handover.filter(word -> over).ifPresent(w -> post.send(guest, new Frame.HandedOver(w)));
    }
  }

  private void knock(Guest guest, Frame.Join join, Instant now) {
    Optional<Guest> owner = guests.find(workspace().reign().owner());
    if (owner.isEmpty()) {
      post.dismiss(guest, Reason.OWNER_AWAY, Duration.ofSeconds(5));
      return;
    }
    if (join instanceof Frame.JoinOpen) {
      Duration wait = doorkeeper.knock(guest.entrance, guest.address, now);
      if (!wait.isZero()) {
        post.dismiss(guest, Reason.TOO_MANY_ATTEMPTS, wait);
        return;
      }
      guest.join();
    }
    post.send(owner.get(), new Frame.Relayed(guest.link, join));
  }

  private void submitted(Guest guest, MemberId member, Envelope envelope, Instant now) {
    Optional<Header.Command> command =
        ports
            .codec()
            .decode(Header.class, envelope.header())
            .valid()
            .filter(Header.Command.class::isInstance)
            .map(Header.Command.class::cast)
            .filter(c -> c.origin().from().equals(member));
    if (command.isEmpty()) {
      post.strike(guest);
      return;
    }
    EntryId id = command.get().origin().id();
    Duration wait = doorkeeper.submission(member, command.get().act(), now);
    if (wait.isZero()) {
      sequencer.add(new Sequencer.Submission(guest.link, id, envelope));
    } else {
      refuse(List.of(new Batch.Refusal(guest.link, id, Rejection.TOO_FAST, wait)), now);
    }
  }

  private void acked(Guest guest, Ack ack, Instant now) {
    if (!guest.acks.tryAcquire(now).isZero()) {
      return;
    }
    switch (acks.add(ack, workspace())) {
      case FORGED -> post.strike(guest);
      case OLD -> {}
      case NEW ->
          guests.all().stream()
              .filter(other -> other.member().isPresent() && other != guest)
              .forEach(other -> post.send(other, new Frame.Acked(ack)));
    }
  }

  private void decide(Instant now) {
    Batch batch = sequencer.decide(presence.due(workspace(), now), now);
    if (batch.entries().isEmpty()) {
      refuse(batch.refusals(), now);
    } else {
      post.add(new HubEffect.Append(batch.entries()));
    }
  }

  private void refuse(List<Batch.Refusal> refusals, Instant now) {
    long index = workspace().head().index();
    refusals.forEach(refusal -> post.refuse(refusal, index, clock.next(now)));
  }

  private void appended(Instant now) {
    Batch batch = sequencer.appended();
    guests.all().forEach(guest -> post.pump(guest, workspace(), now));
    refuse(batch.refusals(), now);
  }

  /** All that there is goes out before the word that it is all. */
  private void retire(Handover word, Instant now) {
    over = true;
    for (Guest guest : guests.all()) {
      post.flush(guest, workspace(), now);
      if (guest.member().isPresent()) {
        post.send(guest, new Frame.HandedOver(word));
      }
    }
  }

  private void expel(Instant now) {
    guests
        .expelled(workspace())
        .forEach(guest -> post.dismiss(guest, Reason.REMOVED, Duration.ZERO));
    guests.unwelcome(now).forEach(guest -> post.dismiss(guest, Reason.TOO_SLOW, Duration.ZERO));
    guests.all().stream()
        .filter(guest -> guest.owing().filter(s -> !s.plus(SLOW).isAfter(now)).isPresent())
        .forEach(guest -> post.dismiss(guest, Reason.TOO_SLOW, Duration.ZERO));
  }
}
