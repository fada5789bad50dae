package intandem.storage;

import intandem.domain.id.Bytes;
import intandem.domain.port.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * One connection to a database file, used by a thread at a time. Its statements are prepared once;
 * the driver closes one that failed, so that is prepared anew.
 */
final class Sql implements AutoCloseable {
  private final Path file;
  private final Optional<Object> opened;
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final ReentrantLock turn = new ReentrantLock();

  private Sql(Path file, Connection connection) {
    this.file = file;
    this.opened = identity(file);
    this.connection = connection;
  }

  /** Connects to a file that exists; nothing is read or written yet. */
  static Sql connect(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toUri());
    try {
      return new Sql(file, source.getConnection());
    } catch (SQLException e) {
      throw Faults.storage(file, e);
    }
  }

  /** The file connected to. */
  Path file() {
    return file;
  }

  /** Does work that only reads. */
  <T> T read(Work<T> work) {
    turn.lock();
    try {
      if (connection.isClosed()) {
        throw new StorageException(file + " was closed.");
      }
      return work.run();
    } catch (SQLException e) {
      throw Faults.storage(file, e);
    } finally {
      turn.unlock();
    }
  }

  /** Does work in one transaction: all of it is durable on return, or nothing was changed. */
  void write(Changes changes) {
    if (!identity(file).equals(opened)) {
      throw new StorageException(
          file
              + " was deleted or replaced while this session ran: nothing was stored. Put it back,"
              + " or end this session; without its keys it can only join anew.");
    }
    read(
        () -> {
          transact(changes);
          return file;
        });
  }

  /** Runs one or several statements that take no values. Only within {@link #read}. */
  void run(String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(statements);
    }
  }

  /** Runs one statement that returns no rows. Only within {@link #read} or {@link #write}. */
  void change(String statement, Object... values) throws SQLException {
    try {
      bound(statement, values).executeUpdate();
    } catch (SQLException e) {
      prepared.remove(statement);
      throw e;
    }
  }

  /** Runs a query. Only within {@link #read} or {@link #write}. */
  <T> List<T> list(String query, Row<T> row, Object... values) throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = bound(query, values).executeQuery()) {
      while (rows.next()) {
        found.add(row.read(rows));
      }
    } catch (SQLException e) {
      prepared.remove(query);
      throw e;
    } catch (IllegalArgumentException e) {
      throw Faults.damaged(file, e);
    }
    return found;
  }

  /** Bytes of a row that there have to be. */
  static Bytes bytes(ResultSet row, String column) throws SQLException {
    return Bytes.of(present(Optional.ofNullable(row.getBytes(column)), column));
  }

  /** A text of a row that there has to be. */
  static String text(ResultSet row, String column) throws SQLException {
    return present(Optional.ofNullable(row.getString(column)), column);
  }

  private static <T> T present(Optional<T> value, String column) {
    return value.orElseThrow(() -> new IllegalArgumentException("no value in " + column));
  }

  /** Closes because of a failure, which stays the one to report. */
  void closeAfter(Throwable failure) {
    try {
      close();
    } catch (StorageException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw Faults.storage(file, e);
    } finally {
      turn.unlock();
    }
  }

  /** Which file has that name now, if any: what is written to one without a name is lost. */
  private static Optional<Object> identity(Path file) {
    try {
      return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void transact(Changes changes) throws SQLException {
    change("BEGIN IMMEDIATE");
    try {
      changes.run();
      change("COMMIT");
    } catch (SQLException | RuntimeException e) {
      rollBackAfter(e);
      throw e;
    }
  }

  private void rollBackAfter(Exception failure) {
    try {
      change("ROLLBACK");
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private PreparedStatement bound(String text, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
      prepared.put(text, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i] instanceof Bytes bytes ? bytes.toArray() : values[i]);
    }
    return statement;
  }

  /** Work with a result. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Work that changes something. */
  @FunctionalInterface
  interface Changes {
    void run() throws SQLException;
  }

  /** Turns the current row into a value; an illegal value means that the file is damaged. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
