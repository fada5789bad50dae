package intandem.memory;

/**
 * Brings what is under way in a {@link MemoryNetwork}: one parcel at a time, and never from within
 * {@code take}. It may be late, or bring a text twice, but what travels on one wire must come in
 * order; for what it loses, {@link MemoryNetwork#cut} the link, as TCP would.
 */
public interface Courier {
  /** Takes a parcel to deliver by {@link Parcel#arrive}. */
  void take(Parcel parcel);

  /**
   * One direction of one link.
   *
   * @param from the host it starts at; the same as {@code to} for what an end learns by itself
   * @param to the host it leads to
   * @param link the same number for both directions
   */
  record Wire(String from, String to, long link) {}

  /**
   * Something on its way.
   *
   * @param text the frame it carries; empty for the coming and going of a link
   */
  record Parcel(Wire wire, String text, Runnable arrival) {
    /** Makes it happen at the other end. */
    public void arrive() {
      arrival.run();
    }
  }
}
