package intandem.contract;

import intandem.domain.port.Link;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hears what happens on a link, but takes a frame only when a test says so. */
public final class SlowTaker implements Link.Events {
  private final RecordedLink heard;
  private final Queue<Runnable> untaken = new ConcurrentLinkedQueue<>();

  /** With a step that lets a network that does not run by itself move on. */
  public SlowTaker(Runnable step) {
    heard = new RecordedLink(step);
  }

  /** What it has heard, whether it has taken it or not. */
  public RecordedLink heard() {
    return heard;
  }

  /** Takes the oldest frame that it has not taken. */
  public void take() {
    untaken.remove().run();
  }

  @Override
  public void opened(Link link) {
    heard.opened(link);
  }

  @Override
  public void received(String text, Runnable taken) {
    untaken.add(taken);
    heard.received(text, () -> {});
  }

  @Override
  public void closed(Link.Ending ending) {
    heard.closed(ending);
  }
}
