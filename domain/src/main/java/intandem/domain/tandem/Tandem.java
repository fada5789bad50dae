package intandem.domain.tandem;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import java.util.List;

/** What this process can be asked: the driving port. Safe to call from any thread. */
public interface Tandem {

  /**
   * Does what is asked and waits for its outcome.
   *
   * @throws InterruptedException if the caller gave up; what was queued stays queued
   */
  Answer ask(Ask ask) throws InterruptedException;

  /** The full text of these messages was handed to the model: they are seen. */
  void shown(List<Shown> messages);

  /** These messages were taken for the model, but the result that held them was not delivered. */
  void notShown(List<Shown> messages);

  /** Names a message. */
  record Shown(MemberId from, EntryId id) {}
}
