package intandem.memory;

import java.util.ArrayDeque;
import java.util.Queue;

/** A courier that delivers in the order of sending, when told to. Not thread-safe. */
public final class Mailbag implements Courier {
  private final Queue<Parcel> parcels = new ArrayDeque<>();

  @Override
  public void take(Parcel parcel) {
    parcels.add(parcel);
  }

  /** Delivers the oldest parcel; false if there is none. */
  public boolean deliver() {
    Parcel oldest = parcels.poll();
    if (oldest != null) {
      oldest.arrive();
    }
    return oldest != null;
  }

  /** Delivers until nothing is under way, not even what the deliveries led to. */
  public void deliverAll() {
    boolean more = deliver();
    while (more) {
      more = deliver();
    }
  }
}
