package intandem.contract;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.Place;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Well-formed values to store; the same arguments always give the same value. */
public final class StorageSamples {
  private static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00.123Z");

  private StorageSamples() {}

  /** The entries that follow that index, from one branch among many: commands and notes. */
  public static List<Entry> entriesAfter(long index, int count, String branch) {
    return LongStream.rangeClosed(index + 1, index + count)
        .mapToObj(i -> new Entry(place(i), content(i, branch)))
        .toList();
  }

  /** The head of a log that goes on with these entries. */
  public static Head headOf(Head before, List<Entry> entries) {
    Head head = before;
    for (Entry entry : entries) {
      head = entry.onTopOf(head);
    }
    return head;
  }

  /** A term. */
  public static Term term(int number) {
    return new Term(number, bytes(32, "hub key", number));
  }

  /** A workspace. */
  public static WorkspaceId workspace(int number) {
    return WorkspaceId.of(bytes(100, "genesis", number));
  }

  /** A member. */
  public static MemberId member(int number) {
    return MemberId.of(bytes(32, "sign key", number));
  }

  /** The id of a command. */
  public static EntryId entryId(int number) {
    return new EntryId(bytes(EntryId.SIZE, "entry id", number));
  }

  /** An ack for the first so many entries. */
  public static Ack ack(MemberId from, int term, long index) {
    Head head = new Head(index, Hash.of(bytes(8, "head", index)));
    return new Ack(from, term(term), head, index - 1, bytes(64, "ack", index));
  }

  /** Bytes of that length. */
  public static Bytes bytes(int size, String kind, long number) {
    byte[] bytes = new byte[size];
    byte[] seed = Hash.of(Bytes.utf8(kind + number)).value().toArray();
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (seed[i % seed.length] + i / seed.length);
    }
    return Bytes.of(bytes);
  }

  private static Place place(long index) {
    return new Place(term(1 + (int) (index / 10)), index, FOUNDED.plusMillis(index));
  }

  private static Entry.Content content(long index, String branch) {
    Bytes signature = bytes(64, branch + " signature", index);
    if (index % 4 == 3) {
      return new HubNote(member((int) index % 5), index % 8 == 3, signature);
    }
    Bytes header = bytes(300, branch + " header", index);
    return index % 4 == 1
        ? new Envelope(header, Bytes.EMPTY, Bytes.EMPTY, signature)
        : new Envelope(header, bytes(600, branch, index), bytes(32, branch, index), signature);
  }
}
