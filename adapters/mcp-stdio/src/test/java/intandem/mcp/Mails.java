package intandem.mcp;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Waking;
import intandem.domain.session.boundary.SessionEffect.Wake;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Delivered;
import intandem.domain.tandem.Answer.Peer;
import intandem.domain.tandem.Invitation;
import intandem.domain.tandem.Notice;
import intandem.domain.view.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What sessions answer, at noon of a day. */
public final class Mails {

  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  public static final MemberId ADA = new MemberId("M-AAAAAAAAAAAAAAAA");
  public static final MemberId BOB = new MemberId("M-BBBBBBBBBBBBBBBB");
  public static final WorkspaceId ID = new WorkspaceId("W".repeat(26));

  public static final Answer.News NO_NEWS = Answer.News.NONE;

  private Mails() {}

  public static Place place(long index) {
    return new Place(new Term(1, Bytes.of(new byte[32])), index, NOON.minusSeconds(60));
  }

  public static Letter letter(long number, MessageType type, String text) {
    var id = new byte[EntryId.SIZE];
    id[0] = (byte) number;
    var body = new Body.Text(type, text, 0, 0);
    return new Letter(place(number), BOB, new EntryId(Bytes.of(id)), new Recipient.All(), body);
  }

  public static Wake wake(Letter... letters) {
    return new Wake("0badcafe", List.of(letters), List.of(), _ -> "Bob");
  }

  public static Delivered fromBob(long number, String text) {
    return new Delivered(letter(number, MessageType.FINDING, text), "Bob", "", false, false);
  }

  public static Answer.Letters letters(Delivered... letters) {
    return new Answer.Letters(List.of(letters), 0, List.of(), NO_NEWS);
  }

  public static Answer.Letters letters(Notice... notices) {
    return new Answer.Letters(List.of(), 0, List.of(notices), NO_NEWS);
  }

  public static Answer.Briefing briefing(Delivered... history) {
    return briefing(Answer.Connection.HOSTING, history);
  }

  public static Answer.Briefing briefing(Answer.Connection connection, Delivered... history) {
    var ada = new Peer(ADA, "Ada", true, NOON, true, true, 9, List.of(), Waking.SOCKET);
    var bob =
        new Peer(
            BOB,
            "Bob",
            false,
            NOON.minusSeconds(90),
            false,
            true,
            7,
            List.of("git", "psql"),
            Waking.NONE);
    var head = new Head(9, Hash.ZERO);
    var board = new Answer.Digest(Map.of(), List.of(), List.of(), MemberId::value);
    return new Answer.Briefing(
        ID, "demo", ADA, List.of(ada, bob), connection, head, board, List.of(history));
  }

  public static Invitation invitation(int failures) {
    var reading = (InviteCode.Reading.Read) InviteCode.read("VPA6KW");
    return new Invitation(reading.code(), NOON.plusSeconds(3600), Duration.ofHours(1), failures);
  }
}
