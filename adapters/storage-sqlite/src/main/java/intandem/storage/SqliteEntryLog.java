package intandem.storage;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.port.EntryLog;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log as a table; what is read is checked against the chain of heads stored with it. */
final class SqliteEntryLog implements EntryLog {
  private static final String HEAD_AT = "SELECT idx, head_hash FROM entries WHERE idx = ?";
  private static final String LAST = "SELECT idx, head_hash FROM entries ORDER BY idx DESC LIMIT 1";
  private static final String AFTER = "SELECT * FROM entries WHERE idx > ? ORDER BY idx LIMIT ?";
  private static final String CUT = "DELETE FROM entries WHERE idx > ?";
  private static final String ADD_COMMAND =
      """
      INSERT INTO entries
        (idx, term, hub_key, at_ms, head_hash, kind, header, body, mac, signature)
      VALUES (?, ?, ?, ?, ?, 'command', ?, ?, ?, ?)
      """;
  private static final String ADD_NOTE =
      """
      INSERT INTO entries
        (idx, term, hub_key, at_ms, head_hash, kind, member, online, signature)
      VALUES (?, ?, ?, ?, ?, 'note', ?, ?, ?)
      """;

  private final Sql sql;

  SqliteEntryLog(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void append(List<Entry> entries) {
    sql.write(() -> add(last(), entries));
  }

  @Override
  public void replaceAfter(Head base, List<Entry> entries) {
    sql.write(
        () -> {
          if (!find(base.index()).equals(Optional.of(base))) {
            throw new IllegalArgumentException("the base is not on the log");
          }
          sql.change(CUT, base.index());
          add(base, entries);
        });
  }

  @Override
  public List<Entry> after(long index, int count) {
    return sql.read(
        () -> {
          Optional<Head> base = find(index);
          return base.isEmpty() || count <= 0 ? List.of() : chained(base.get(), count);
        });
  }

  @Override
  public Head head() {
    return sql.read(this::last);
  }

  @Override
  public Optional<Head> at(long index) {
    return sql.read(() -> find(index));
  }

  private void add(Head head, List<Entry> entries) throws SQLException {
    Head before = head;
    for (Entry entry : entries) {
      if (entry.place().index() != before.index() + 1) {
        throw new IllegalArgumentException(
            "entry %d cannot follow %d".formatted(entry.place().index(), before.index()));
      }
      before = entry.onTopOf(before);
      insert(entry, before);
    }
  }

  private void insert(Entry entry, Head head) throws SQLException {
    Place place = entry.place();
    int term = place.term().number();
    Bytes key = place.term().hubKey();
    long at = place.at().toEpochMilli();
    Bytes hash = head.hash().value();
    switch (entry.content()) {
      case Envelope(Bytes header, Bytes body, Bytes mac, Bytes signature) ->
          sql.change(ADD_COMMAND, head.index(), term, key, at, hash, header, body, mac, signature);
      case HubNote(MemberId member, boolean online, Bytes signature) ->
          sql.change(
              ADD_NOTE, head.index(), term, key, at, hash, member.value(), online, signature);
    }
  }

  private Head last() throws SQLException {
    return sql.list(LAST, SqliteEntryLog::storedHead).stream().findFirst().orElse(Head.START);
  }

  private Optional<Head> find(long index) throws SQLException {
    return index == 0
        ? Optional.of(Head.START)
        : sql.list(HEAD_AT, SqliteEntryLog::storedHead, index).stream().findFirst();
  }

  private List<Entry> chained(Head base, int count) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    Head before = base;
    for (Stored stored : sql.list(AFTER, SqliteEntryLog::stored, base.index(), count)) {
      before = stored.entry().onTopOf(before);
      if (!before.equals(stored.head())) {
        throw Faults.damaged(sql.file());
      }
      entries.add(stored.entry());
    }
    return entries;
  }

  private static Stored stored(ResultSet row) throws SQLException {
    Term term = new Term(row.getInt("term"), Sql.bytes(row, "hub_key"));
    Head head = storedHead(row);
    Place place = new Place(term, head.index(), Instant.ofEpochMilli(row.getLong("at_ms")));
    return new Stored(new Entry(place, content(row)), head);
  }

  private static Entry.Content content(ResultSet row) throws SQLException {
    Bytes signature = Sql.bytes(row, "signature");
    return Sql.text(row, "kind").equals("note")
        ? new HubNote(new MemberId(Sql.text(row, "member")), row.getBoolean("online"), signature)
        : new Envelope(
            Sql.bytes(row, "header"), Sql.bytes(row, "body"), Sql.bytes(row, "mac"), signature);
  }

  private static Head storedHead(ResultSet row) throws SQLException {
    return new Head(row.getLong("idx"), new Hash(Sql.bytes(row, "head_hash")));
  }

  private record Stored(Entry entry, Head head) {}
}
