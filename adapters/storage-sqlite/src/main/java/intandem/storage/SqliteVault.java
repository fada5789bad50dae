package intandem.storage;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.port.SessionVault;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Rejection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The vault as four tables. */
final class SqliteVault implements SessionVault {
  private static final String OUTBOX = "SELECT id, sealed FROM outbox ORDER BY position";
  private static final String REFUSED =
      "SELECT id, refused FROM outbox WHERE refused IS NOT NULL ORDER BY position";
  private static final String MARKS = "SELECT member, id, shown FROM marks";
  private static final String ACKS = "SELECT * FROM acks";
  private static final String QUEUE =
      "INSERT INTO outbox (id, sealed) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String REFUSE = "UPDATE outbox SET refused = ? WHERE id = ?";
  private static final String FORGET_REFUSED =
      "DELETE FROM outbox WHERE id = ? AND refused IS NOT NULL";
  private static final String DROP = "DELETE FROM outbox WHERE id = ?";
  private static final String MARK =
      """
      INSERT INTO marks (member, id, shown) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET shown = excluded.shown WHERE shown <> 'SEEN'
      """;
  private static final String KEEP =
      """
      INSERT OR REPLACE INTO acks (member, term, hub_key, idx, head_hash, seen, signature)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private final Sql sql;

  SqliteVault(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Contents load() {
    return sql.read(
        () ->
            new Contents(
                sql.list(OUTBOX, SqliteVault::queued),
                sql.list(REFUSED, SqliteVault::refused),
                sql.list(MARKS, SqliteVault::mark),
                sql.list(ACKS, SqliteVault::ack)));
  }

  @Override
  public void apply(List<Change> changes) {
    sql.write(
        () -> {
          for (Change change : changes) {
            make(change);
          }
        });
  }

  private void make(Change change) throws SQLException {
    switch (change) {
      case Queued(EntryId id, Bytes sealed) -> {
        sql.change(FORGET_REFUSED, id.value());
        sql.change(QUEUE, id.value(), sealed);
      }
      case Refused(EntryId id, Rejection reason) -> sql.change(REFUSE, reason.name(), id.value());
      case Told(EntryId id) -> sql.change(FORGET_REFUSED, id.value());
      case Dropped(EntryId id) -> sql.change(DROP, id.value());
      case Mark(MemberId from, EntryId id, Shown shown) ->
          sql.change(MARK, from.value(), id.value(), shown.name());
      case Kept(Ack(MemberId from, Term term, Head head, long seen, Bytes signature)) ->
          sql.change(
              KEEP,
              from.value(),
              term.number(),
              term.hubKey(),
              head.index(),
              head.hash().value(),
              seen,
              signature);
    }
  }

  private static Queued queued(ResultSet row) throws SQLException {
    return new Queued(new EntryId(Sql.bytes(row, "id")), Sql.bytes(row, "sealed"));
  }

  private static Refused refused(ResultSet row) throws SQLException {
    return new Refused(
        new EntryId(Sql.bytes(row, "id")), Rejection.valueOf(Sql.text(row, "refused")));
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        new MemberId(Sql.text(row, "member")),
        new EntryId(Sql.bytes(row, "id")),
        Shown.valueOf(Sql.text(row, "shown")));
  }

  private static Ack ack(ResultSet row) throws SQLException {
    Head head = new Head(row.getLong("idx"), new Hash(Sql.bytes(row, "head_hash")));
    MemberId from = new MemberId(Sql.text(row, "member"));
    return new Ack(from, term(row), head, row.getLong("seen"), Sql.bytes(row, "signature"));
  }

  private static Term term(ResultSet row) throws SQLException {
    return new Term(row.getInt("term"), Sql.bytes(row, "hub_key"));
  }
}
