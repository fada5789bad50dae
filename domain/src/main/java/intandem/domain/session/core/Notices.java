package intandem.domain.session.core;

import intandem.domain.tandem.Notice;
import java.util.ArrayList;
import java.util.List;

/** What this session's human should know, from when it happens until a result takes it along. */
public final class Notices {
  private final List<Notice> waiting = new ArrayList<>();

  /** Tells of something. */
  public void add(Notice notice) {
    waiting.add(notice);
  }

  /** These were taken, but not told: they go before the others. */
  public void handBack(List<Notice> taken) {
    waiting.addAll(0, taken);
  }

  /** Tells of something once, however often it happens before it is read. */
  public void addOnce(Notice notice) {
    if (!waiting.contains(notice)) {
      waiting.add(notice);
    }
  }

  /** It is not to be told any more. */
  public void remove(Notice notice) {
    waiting.remove(notice);
  }

  /** Those not told yet, oldest first. */
  public List<Notice> waiting() {
    return List.copyOf(waiting);
  }

  /** Those not told yet, oldest first; from here on they are. */
  public List<Notice> take() {
    List<Notice> taken = waiting();
    waiting.clear();
    return taken;
  }
}
