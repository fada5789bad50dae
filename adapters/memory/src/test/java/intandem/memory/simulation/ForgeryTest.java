package intandem.memory.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Checkpoint;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Handover;
import intandem.domain.protocol.Standing;
import intandem.domain.tandem.Ask;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is not signed by whom it names counts for nothing, whoever carries it. */
final class ForgeryTest extends Trio {
  private static final Bytes FALSE = Bytes.of(new byte[64]);

  private void adaSpeaks() {
    says(ada);
    world.pass(MINUTE);
  }

  @Test
  void nobody_logs_in_without_the_members_key() {
    world.kill(bob);
    world.pass(MINUTE);
    world.carrier =
        (speaker, frame) -> frame instanceof Frame.Proof proof ? proof.signed(FALSE) : frame;
    world.restart(bob);
    world.pass(MINUTE);
    assertFalse(seen(bob).online());
  }

  @Test
  void nobody_is_a_hub_without_the_terms_key() {
    world.kill(bob);
    Head before = bob.disk.log.head();
    world.carrier =
        (speaker, frame) ->
            frame instanceof Frame.LoggedIn(Head h, var s) ? new Frame.LoggedIn(h, FALSE) : frame;
    world.restart(bob);
    adaSpeaks();
    assertEquals(before, bob.disk.log.head());
  }

  @Test
  void entries_that_no_hub_vouches_for_are_not_kept() {
    Head before = bob.disk.log.head();
    world.carrier =
        (speaker, frame) ->
            frame instanceof Frame.Entries(var entries, Checkpoint sum)
                ? new Frame.Entries(entries, new Checkpoint(sum.term(), sum.head(), FALSE))
                : frame;
    adaSpeaks();
    assertEquals(before, bob.disk.log.head());
  }

  /** A hub tells two members two stories: it vouches for a head that its entries do not have. */
  private Frame otherHead(Peer speaker, Frame frame) {
    if (!(frame instanceof Frame.Entries(var entries, Checkpoint sum))) {
      return frame;
    }
    Head other = new Head(sum.head().index(), Hash.of(Bytes.utf8("another story")));
    WorkspaceId workspace = ada.disk.identity().orElseThrow().workspace();
    Bytes input = Checkpoint.signingInput(workspace, sum.term(), other);
    Bytes signature = world.signature(sum.term().hubKey(), input);
    return new Frame.Entries(entries, new Checkpoint(sum.term(), other, signature));
  }

  @Test
  void a_hub_that_vouches_for_another_history_than_it_sends_is_not_followed() {
    Head before = bob.disk.log.head();
    world.carrier = this::otherHead;
    adaSpeaks();
    assertEquals(before, bob.disk.log.head());
  }

  /** A hub alters what it passes on. */
  private Frame relayed(Peer speaker, Frame frame) {
    return frame instanceof Frame.Acked(Ack a) && !speaker.member().equals(Optional.of(a.from()))
        ? new Frame.Acked(new Ack(a.from(), a.term(), a.head(), a.seen() + 1, a.signature()))
        : frame;
  }

  /** What cem's disk keeps of bob's word. */
  private List<Ack> kept() {
    return cem.disk.vault.load().acks().stream()
        .filter(ack -> bob.member().equals(Optional.of(ack.from())))
        .toList();
  }

  @Test
  void an_ack_that_was_altered_on_its_way_is_not_believed() {
    List<Ack> before = kept();
    world.carrier = this::relayed;
    adaSpeaks();
    assertEquals(before, kept());
  }

  private static Frame unsigned(Peer speaker, Frame frame) {
    return switch (frame) {
      case Frame.Query(Standing standing) -> new Frame.Query(standing.signed(FALSE));
      case Frame.Answered(Standing standing) -> new Frame.Answered(standing.signed(FALSE));
      case Frame other -> other;
    };
  }

  @Test
  void the_word_of_nobody_does_not_make_a_member_lead() {
    world.carrier = ForgeryTest::unsigned;
    world.network.split(Set.of(ada));
    world.pass(MINUTE.multipliedBy(4));
    assertFalse(bob.hub().isPresent() || cem.hub().isPresent());
  }

  private Frame toCem(Peer speaker, Frame frame) {
    return frame instanceof Frame.HandedOver(Handover h)
        ? new Frame.HandedOver(
            new Handover(h.from(), cem.member().orElseThrow(), h.term(), h.signature()))
        : frame;
  }

  @Test
  void only_the_owner_says_who_is_to_lead_next() {
    world.carrier = this::toCem;
    ada.session().orElseThrow().ask(new Ask.Leave());
    world.pass(MINUTE);
    assertTrue(bob.hub().isPresent() && cem.hub().isEmpty());
  }
}
