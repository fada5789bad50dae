package intandem.domain.session;

import intandem.domain.tandem.Notice;
import java.util.ArrayList;
import java.util.List;

/** What this session's human should know, from when it happens until a result takes it along. */
final class Notices {
  private final List<Notice> waiting = new ArrayList<>();

  /** Tells of something. */
  void add(Notice notice) {
    waiting.add(notice);
  }

  /** Tells of something once, however often it happens before it is read. */
  void addOnce(Notice notice) {
    if (!waiting.contains(notice)) {
      waiting.add(notice);
    }
  }

  /** It is not to be told any more. */
  void remove(Notice notice) {
    waiting.remove(notice);
  }

  /** Those not told yet, oldest first. */
  List<Notice> waiting() {
    return List.copyOf(waiting);
  }

  /** Those not told yet, oldest first; from here on they are. */
  List<Notice> take() {
    List<Notice> taken = waiting();
    waiting.clear();
    return taken;
  }
}
