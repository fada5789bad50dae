package intandem.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.contract.Samples;
import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Checkpoint;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.Place;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ids, hashes and what is signed, over fixed inputs: pinned, and computed in a second way. */
class HashTest {
  private static final Bytes SIGN_KEY = Samples.bytes(32, 1);
  private static final Bytes FIRST_HEADER = Bytes.utf8("{\"v\":1,\"typ\":\"genesis\"}");
  private static final Term TERM = new Term(7, Samples.bytes(32, 2));
  private static final Head HEAD = new Head(41, new Hash(Samples.bytes(32, 3)));
  private static final long MILLIS = 1_772_366_400_123L;
  private static final Instant AT = Instant.ofEpochMilli(MILLIS);
  private static final Bytes HEADER = Bytes.utf8("{\"v\":1}");
  private static final Bytes BODY = Samples.bytes(60, 4);
  private static final Bytes MAC = Samples.bytes(32, 5);
  private static final Bytes SIGNATURE = Samples.bytes(64, 6);
  private static final MemberId MEMBER = MemberId.of(SIGN_KEY);
  private static final WorkspaceId WORKSPACE = WorkspaceId.of(FIRST_HEADER);
  private static final Place PLACE = new Place(TERM, 42, AT);

  @Test
  void two_implementations_agree() {
    assertEquals(plain(), ours());
  }

  @Test
  void nothing_has_changed() throws IOException {
    String lines =
        ours().entrySet().stream()
            .map(value -> value.getKey() + " " + value.getValue() + "\n")
            .collect(Collectors.joining());
    Golden.check("hashes.txt", Bytes.utf8(lines));
  }

  private static Map<String, String> ours() {
    Envelope envelope = new Envelope(HEADER, BODY, MAC, SIGNATURE);
    HubNote note = new HubNote(MEMBER, true, SIGNATURE);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("lv", Lv.of("label").add(Bytes.EMPTY).add(258).add(TERM).add(HEAD).bytes().hex());
    values.put("member-id", MEMBER.value());
    values.put("workspace-id", WORKSPACE.value());
    values.put("envelope-mac-input", Envelope.macInput(HEADER, BODY).hex());
    values.put("envelope-signing-input", envelope.signingInput().hex());
    values.put("envelope-hash", envelope.hash().value().hex());
    values.put("note-online-signing-input", noteInput(true).hex());
    values.put("note-away-signing-input", noteInput(false).hex());
    values.put("note-hash", note.hash().value().hex());
    values.put("head-after-envelope", headAfter(envelope));
    values.put("head-after-note", headAfter(note));
    Checkpoint checkpoint = new Checkpoint(TERM, HEAD, SIGNATURE);
    values.put("checkpoint-signing-input", checkpoint.signingInput(WORKSPACE).hex());
    Ack ack = new Ack(MEMBER, TERM, HEAD, 40, SIGNATURE);
    values.put("ack-signing-input", ack.signingInput(WORKSPACE).hex());
    return values;
  }

  private static Bytes noteInput(boolean online) {
    return HubNote.signingInput(WORKSPACE, PLACE, HEAD, MEMBER, online);
  }

  private static String headAfter(Entry.Content content) {
    return new Entry(PLACE, content).onTopOf(HEAD).hash().value().hex();
  }

  private static Map<String, String> plain() {
    String wid = Plain.base32(Plain.sha256(FIRST_HEADER.toArray()), 16);
    String member = plainMember(1);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("workspace-id", wid);
    values.put("member-id", member);
    byte[] term = Plain.join(Plain.u32(7), Samples.bytes(32, 2).toArray());
    byte[] head = Samples.bytes(32, 3).toArray();
    put(values, "lv", Plain.lv("label", new byte[0], 258L, term, 41L, head));
    put(values, "checkpoint-signing-input", Plain.lv("intandem/v1/cp", wid, term, 41L, head));
    put(
        values,
        "ack-signing-input",
        Plain.lv("intandem/v1/ack", wid, member, term, 41L, head, 40L));
    plainEnvelope(values, term, head);
    plainNote(values, wid, member, term, head);
    return values;
  }

  private static void plainEnvelope(Map<String, String> values, byte[] term, byte[] head) {
    byte[] p = HEADER.toArray();
    byte[] hc = Plain.sha256(BODY.toArray());
    byte[] m = MAC.toArray();
    byte[] hash = Plain.sha256(Plain.lv("intandem/v1/ev", p, hc, m, SIGNATURE.toArray()));
    put(values, "envelope-mac-input", Plain.lv("intandem/v1/m", p, hc));
    put(values, "envelope-signing-input", Plain.lv("intandem/v1/s", p, hc, m));
    put(values, "envelope-hash", hash);
    put(values, "head-after-envelope", plainHead(head, term, hash));
  }

  private static void plainNote(
      Map<String, String> values, String wid, String member, byte[] term, byte[] head) {
    for (String state : List.of("online", "away")) {
      put(
          values,
          "note-" + state + "-signing-input",
          Plain.lv("intandem/v1/note", wid, term, 42L, MILLIS, head, member, state));
    }
    byte[] hash = Plain.sha256(Plain.lv("intandem/v1/note-ev", SIGNATURE.toArray()));
    put(values, "note-hash", hash);
    put(values, "head-after-note", plainHead(head, term, hash));
  }

  private static byte[] plainHead(byte[] before, byte[] term, byte[] hash) {
    return Plain.sha256(Plain.lv("intandem/v1/log", before, term, 42L, MILLIS, hash));
  }

  private static String plainMember(int firstKeyByte) {
    byte[] key = Samples.bytes(32, firstKeyByte).toArray();
    return "M-" + Plain.base32(Plain.sha256(Plain.lv("intandem/v1/member", key)), 10);
  }

  private static void put(Map<String, String> values, String name, byte[] bytes) {
    values.put(name, Plain.hex(bytes));
  }
}
