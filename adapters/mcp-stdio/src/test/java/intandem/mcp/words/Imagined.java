package intandem.mcp.words;

import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.id.EntryId;
import intandem.domain.id.Hash;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.tandem.Answer;
import intandem.mcp.Mails;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Values of every kind that a type has, made from its records alone, so that a kind or a text that
 * is added to the domain is in them without a word here. Each text is hostile but for those named.
 */
final class Imagined {

  /** Begins a line with {@link #MARK}, and has something of all that is not to be shown. */
  static final String HOSTILE =
      "x\n" + Imagined.MARK + " <b> & \" ' \u001b[2J\u202e\u200b\udb40\udc41\u2028" + Imagined.MARK;

  static final String MARK = "FORGED";

  /** Names of members, which the view keeps to its rules, and what this side itself said. */
  private static final Set<String> PLAIN =
      Set.of(
          "Delivered.from",
          "Delivered.to",
          "Peer.name",
          "Receipt.name",
          "Summary.peers",
          "Removed.name",
          "UnknownPeer.names",
          "PeerLeft.name",
          "PeerLeft.names",
          "OwnerOnly.owner",
          "Paused.peer",
          "ReadLate.reader",
          "LeftUnread.reader",
          "Silent.member",
          "Late.from",
          "Wake.id",
          "Known.id",
          "Circle.path",
          "Misset.setting",
          "NotShared.detail",
          "NotStored.problem",
          "Remains.problem",
          "Damaged.file",
          "Damaged.aside",
          "LogLost.file",
          "LogLost.aside",
          "LogNotFound.tried",
          "Unreachable.where",
          "Empty.part",
          "TooMany.part",
          "PartTooLong.part",
          "SecretLooking.part",
          "SecretLooking.rule");

  private static final Map<Class<?>, Object> FIXED =
      Map.ofEntries(
          Map.entry(boolean.class, true),
          Map.entry(int.class, 7),
          Map.entry(long.class, 7L),
          Map.entry(Long.class, 7L),
          Map.entry(Instant.class, Mails.NOON),
          Map.entry(Duration.class, Duration.ofSeconds(7)),
          Map.entry(Bytes.class, Bytes.of(new byte[32])),
          Map.entry(Hash.class, Hash.ZERO),
          Map.entry(EntryId.class, new EntryId(Bytes.of(new byte[EntryId.SIZE]))),
          Map.entry(MemberId.class, Mails.BOB),
          Map.entry(TaskId.class, new TaskId("T-a1b2c3")),
          Map.entry(WorkspaceId.class, new WorkspaceId("W".repeat(26))),
          Map.entry(Endpoint.class, new Endpoint("hub.test", 443)),
          Map.entry(InviteCode.class, InviteCode.random(new Random(1))),
          Map.entry(Answer.Names.class, (Answer.Names) member -> "Bob"));

  private Imagined() {}

  /** One value of each kind at least. */
  static List<?> all(Type type) {
    return switch (type) {
      case Class<?> c when FIXED.containsKey(c) -> List.of(FIXED.get(c));
      case Class<?> c when c == String.class -> List.of(HOSTILE);
      case Class<?> c when c.isEnum() -> List.of(c.getEnumConstants());
      case Class<?> c when c.isSealed() ->
          Arrays.stream(c.getPermittedSubclasses()).flatMap(each -> all(each).stream()).toList();
      case Class<?> c when c.isRecord() -> records(c);
      case ParameterizedType list when list.getRawType() == List.class ->
          all(list.getActualTypeArguments()[0]).stream().map(List::of).toList();
      case ParameterizedType maybe when maybe.getRawType() == Optional.class ->
          all(maybe.getActualTypeArguments()[0]).stream().map(Optional::of).toList();
      case ParameterizedType map when map.getRawType() == Map.class -> List.of(map(map));
      default -> throw new IllegalArgumentException("no value of " + type);
    };
  }

  private static Map<?, ?> map(ParameterizedType type) {
    var arguments = type.getActualTypeArguments();
    return Map.of(all(arguments[0]).getFirst(), all(arguments[1]).getFirst());
  }

  /** As many as the component with the most kinds needs. */
  private static List<Object> records(Class<?> record) {
    var components = record.getRecordComponents();
    var kinds = Stream.of(components).<List<?>>map(each -> kinds(record, each)).toList();
    var most = kinds.stream().mapToInt(List::size).max().orElse(1);
    return IntStream.range(0, most)
        .mapToObj(i -> kinds.stream().map(kind -> (Object) kind.get(i % kind.size())).toArray())
        .map(values -> made(record, values))
        .toList();
  }

  private static List<?> kinds(Class<?> record, RecordComponent component) {
    if (component.getType() == Answer.class) {
      return all(Answer.Refused.class);
    }
    if (component.getName().equals("self")) {
      return List.of(Mails.ADA, Mails.BOB);
    }
    if (PLAIN.contains(record.getSimpleName() + "." + component.getName())) {
      return component.getType() == String.class ? List.of("Bob") : List.of(List.of("Bob"));
    }
    return all(component.getGenericType());
  }

  private static Object made(Class<?> record, Object[] values) {
    try {
      Constructor<?> constructor =
          record.getConstructor(
              Stream.of(record.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + record, e);
    }
  }
}
