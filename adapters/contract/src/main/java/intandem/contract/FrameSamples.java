package intandem.contract;

import static intandem.contract.Samples.ADA;
import static intandem.contract.Samples.BOB;
import static intandem.contract.Samples.HEAD;
import static intandem.contract.Samples.ID;
import static intandem.contract.Samples.TERM;
import static intandem.contract.Samples.TIME;
import static intandem.contract.Samples.WORKSPACE;
import static intandem.contract.Samples.bytes;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Checkpoint;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Handover;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Standing;
import intandem.domain.protocol.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The part of {@link Samples} that two ends of a link say to each other. */
final class FrameSamples {
  private static final Bytes SIGNATURE = bytes(64, 30);
  private static final Bytes TICKET = bytes(16, 31);

  private FrameSamples() {}

  static void addTo(Map<String, Wire> all) {
    logins(all);
    submissions(all);
    entries(all);
    rest(all);
    joins(all);
    succession(all);
  }

  private static void logins(Map<String, Wire> all) {
    all.put("frame-auth-challenge", new Frame.Challenge(WORKSPACE, TERM, bytes(32, 32), TIME));
    all.put("frame-auth-proof", proof(List.of(new Head(40, HEAD.hash()), Head.START)));
    all.put("frame-auth-proof-first", proof(List.of()));
    all.put("frame-auth-ok", new Frame.LoggedIn(HEAD, SIGNATURE));
  }

  private static Frame proof(List<Head> earlier) {
    return new Frame.Proof(ADA, bytes(32, 33), TERM, HEAD, earlier, SIGNATURE);
  }

  private static void succession(Map<String, Wire> all) {
    Standing lost = standing(Standing.Contact.LOST, List.of());
    Standing heard = standing(Standing.Contact.HEARD, List.of("127.0.0.1:4321"));
    all.put("frame-succ-query", new Frame.Query(lost));
    all.put("frame-succ-answer", new Frame.Answered(heard));
    all.put("frame-succ-handover", new Frame.HandedOver(new Handover(ADA, BOB, TERM, SIGNATURE)));
    all.put("frame-relay-succ-query", new Frame.Relayed(3, new Frame.Query(lost)));
  }

  private static Standing standing(Standing.Contact hub, List<String> at) {
    return new Standing(ADA, bytes(16, 49), TERM, HEAD, hub, at, SIGNATURE);
  }

  private static void submissions(Map<String, Wire> all) {
    all.put("frame-submit", new Frame.Submit(envelope()));
    all.put(
        "frame-refused",
        new Frame.Refused(ID, Rejection.TOO_FAST, 42, TIME, Duration.ofMillis(1_500)));
  }

  private static Envelope envelope() {
    return new Envelope(bytes(200, 35), bytes(100, 36), bytes(32, 37), SIGNATURE);
  }

  private static void entries(Map<String, Wire> all) {
    List<Entry> entries =
        List.of(
            entry(42, envelope()),
            entry(43, new Envelope(bytes(200, 38), Bytes.EMPTY, Bytes.EMPTY, SIGNATURE)),
            entry(44, new HubNote(BOB, true, SIGNATURE)),
            entry(45, new HubNote(BOB, false, SIGNATURE)));
    all.put("frame-entries", new Frame.Entries(entries, new Checkpoint(TERM, HEAD, SIGNATURE)));
    all.put(
        "frame-entries-none", new Frame.Entries(List.of(), new Checkpoint(TERM, HEAD, SIGNATURE)));
  }

  private static Entry entry(long index, Entry.Content content) {
    return new Entry(new Place(TERM, index, TIME), content);
  }

  private static void rest(Map<String, Wire> all) {
    all.put("frame-taken", new Frame.Taken(41));
    all.put("frame-ack", new Frame.Acked(new Ack(ADA, TERM, HEAD, 40, SIGNATURE)));
    all.put(
        "frame-goodbye",
        new Frame.Goodbye(Frame.Goodbye.Reason.TOO_MANY_ATTEMPTS, Duration.ofSeconds(12)));
    all.put("frame-relay", new Frame.Relayed(3, new Frame.JoinOpen(1, bytes(16, 39))));
  }

  private static void joins(Map<String, Wire> all) {
    all.put("frame-join-open", new Frame.JoinOpen(1, bytes(16, 39)));
    all.put(
        "frame-join-ticket", new Frame.JoinTicket(TICKET, bytes(16, 40), WORKSPACE, bytes(32, 41)));
    all.put("frame-join-share", new Frame.JoinShare(TICKET, bytes(32, 42), bytes(100, 43)));
    all.put("frame-join-confirm", new Frame.JoinConfirm(TICKET, bytes(64, 44), bytes(90, 45)));
    all.put("frame-join-welcome", new Frame.JoinWelcome(TICKET, bytes(64, 46), bytes(90, 47)));
    all.put(
        "frame-join-failed",
        new Frame.JoinFailed(TICKET, Frame.JoinFailed.Failure.WRONG_CODE, 9, Bytes.EMPTY));
    all.put(
        "frame-join-failed-with-regret",
        new Frame.JoinFailed(TICKET, Frame.JoinFailed.Failure.FULL, 0, bytes(60, 48)));
  }
}
