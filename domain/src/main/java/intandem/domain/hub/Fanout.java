package intandem.domain.hub;

import intandem.domain.admission.Limits;
import intandem.domain.id.Head;
import intandem.domain.port.Codec;
import intandem.domain.port.EntryLog;
import intandem.domain.protocol.Checkpoint;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.HubNote;
import intandem.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Cuts the log into batches that fit a frame. */
final class Fanout {
  private static final int PAGE = 64;
  private static final int PLACE_BYTES = 256;

  private final EntryLog log;
  private final Codec codec;
  private final HubKey key;

  Fanout(EntryLog log, Codec codec, HubKey key) {
    this.log = log;
    this.codec = codec;
    this.key = key;
  }

  /** The entries after an index and up to another, as many as a frame takes, and a checkpoint. */
  Frame.Entries next(Workspace workspace, long after, long upTo) {
    List<Entry> entries = entries(after, upTo);
    Head head = log.at(entries.getLast().place().index()).orElseThrow();
    Checkpoint checkpoint =
        key.checkpoint(workspace.charter().id(), workspace.reign().term(), head);
    return new Frame.Entries(entries, checkpoint);
  }

  private List<Entry> entries(long after, long upTo) {
    List<Entry> batch = new ArrayList<>();
    int size = 0;
    for (Entry entry : log.after(after, PAGE)) {
      size += size(entry);
      boolean full = !batch.isEmpty() && size > Limits.ENVELOPE_BYTES;
      if (full || entry.place().index() > upTo) {
        break;
      }
      batch.add(entry);
    }
    return batch;
  }

  private int size(Entry entry) {
    return switch (entry.content()) {
      case Envelope envelope -> codec.encode(new Frame.Submit(envelope)).size() + PLACE_BYTES;
      case HubNote note -> 2 * PLACE_BYTES;
    };
  }
}
