package intandem.domain.hub;

import intandem.domain.admission.Limits;
import intandem.domain.port.Codec;
import intandem.domain.port.EntryLog;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.HubNote;
import java.util.ArrayList;
import java.util.List;

/** Cuts the log into batches that fit a frame. */
final class Fanout {
  private static final int PAGE = 64;
  private static final int PLACE_BYTES = 256;

  private final EntryLog log;
  private final Codec codec;

  Fanout(EntryLog log, Codec codec) {
    this.log = log;
    this.codec = codec;
  }

  /** The entries after one index and up to another, at least one, as many as a frame takes. */
  List<Entry> next(long after, long upTo) {
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
