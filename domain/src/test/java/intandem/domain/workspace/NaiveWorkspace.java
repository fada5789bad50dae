package intandem.domain.workspace;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.Header.Command;
import intandem.domain.protocol.Rejection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** People, tasks and variables under the naive rules: the model that the real rules are held to. */
final class NaiveWorkspace {
  final NaivePeople people;
  final NaiveBoard board;
  private final Map<String, Long> variables = new TreeMap<>();

  NaiveWorkspace(MemberId owner) {
    people = new NaivePeople(owner);
    board = new NaiveBoard(people);
  }

  /** Everything in words. */
  List<Map<String, ?>> shown() {
    return List.of(people.shown(), board.shown(), variables);
  }

  /** Every rule that the command breaks; none if it must count. */
  Set<Rejection> broken(Command command, Instant at) {
    String author = command.origin().from().value();
    Set<Rejection> forbidden = people.forbids(author, command.act());
    if (!forbidden.isEmpty()) {
      return forbidden;
    }
    return switch (command.act()) {
      case Act.Leave leave -> people.brokenByLeaving(author);
      case Act.Rejoin rejoin -> people.brokenByRejoining(author);
      case Act.RemoveMember remove -> people.brokenByRemoval(author, remove.member());
      case Act.StartTerm start -> Set.of();
      case Act.AddTasks add -> board.broken(add.tasks());
      case Act.ChangeTask change ->
          board.broken(author, change.task().value(), change.lease(), change.change(), at);
      case Act.SetVariable(Bytes key, Expected expected) ->
          expected instanceof Expected.Version(long number) && number != version(key)
              ? Set.of(Rejection.OTHER_VERSION)
              : Set.of();
      default -> throw new IllegalArgumentException("not part of the model: " + command.act());
    };
  }

  private long version(Bytes key) {
    return variables.getOrDefault(key.hex(), 0L);
  }

  /** Folds in a command that breaks no rule. */
  void apply(Command command, Instant at) {
    String author = command.origin().from().value();
    EntryId entry = command.origin().id();
    switch (command.act()) {
      case Act.Leave leave -> {
        people.leave(author, at);
        board.gone(author);
      }
      case Act.Rejoin rejoin -> people.rejoin(author, at);
      case Act.RemoveMember remove -> {
        people.remove(remove.member().value());
        board.gone(remove.member().value());
      }
      case Act.StartTerm start -> people.reign(author, at);
      case Act.AddTasks add ->
          board.add(
              author,
              add.tasks(),
              IntStream.rangeClosed(1, add.tasks().size()).mapToObj(i -> hash(entry, i)).toList(),
              author + " " + entry + " " + at);
      case Act.ChangeTask change ->
          board.change(author, change.task().value(), change.change(), entry.toString(), at);
      case Act.SetVariable set -> variables.put(set.key().hex(), version(set.key()) + 1);
      default -> throw new IllegalArgumentException("not part of the model: " + command.act());
    }
  }

  /** SHA-256 over label, command and position, each after its length, in hex digits. */
  private static String hash(EntryId entry, long position) {
    byte[] label = "intandem/v1/task".getBytes(StandardCharsets.UTF_8);
    ByteBuffer parts = ByteBuffer.allocate(3 * 4 + label.length + 16 + 8);
    parts.putInt(label.length).put(label).putInt(16).put(entry.value().toArray());
    parts.putInt(8).putLong(position);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(parts.array());
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
