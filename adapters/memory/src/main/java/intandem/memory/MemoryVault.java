package intandem.memory;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.port.SessionVault;
import intandem.domain.protocol.Ack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A vault that lives as long as the object; safe to use from several threads. */
public final class MemoryVault implements SessionVault {
  private final Map<EntryId, Queued> outbox = new LinkedHashMap<>();
  private final Map<EntryId, Refused> refused = new LinkedHashMap<>();
  private final Map<Message, Mark> marks = new LinkedHashMap<>();
  private final Map<MemberId, Ack> acks = new LinkedHashMap<>();

  @Override
  public synchronized Contents load() {
    return new Contents(
        List.copyOf(outbox.values()),
        outbox.keySet().stream().filter(refused::containsKey).map(refused::get).toList(),
        List.copyOf(marks.values()),
        List.copyOf(acks.values()));
  }

  @Override
  public synchronized void apply(List<Change> changes) {
    changes.forEach(this::make);
  }

  private void make(Change change) {
    switch (change) {
      case Queued queued -> {
        forgetRefused(queued.id());
        outbox.putIfAbsent(queued.id(), queued);
      }
      case Refused failed -> {
        if (outbox.containsKey(failed.id())) {
          refused.put(failed.id(), failed);
        }
      }
      case Told(EntryId id) -> forgetRefused(id);
      case Dropped(EntryId id) -> {
        outbox.remove(id);
        refused.remove(id);
      }
      case Mark mark ->
          marks.merge(new Message(mark.from(), mark.id()), mark, MemoryVault::further);
      case Kept(Ack ack) -> acks.put(ack.from(), ack);
    }
  }

  private void forgetRefused(EntryId id) {
    if (refused.containsKey(id)) {
      make(new Dropped(id));
    }
  }

  private static Mark further(Mark before, Mark now) {
    return before.shown() == Shown.SEEN ? before : now;
  }

  private record Message(MemberId from, EntryId id) {}
}
