package intandem.domain.tandem;

/** What this process can be asked: the driving port. Safe to call from any thread. */
public interface Tandem {

  /**
   * Does what is asked and waits for its outcome.
   *
   * @throws InterruptedException if the caller gave up; what was queued stays queued
   */
  Answer ask(Ask ask) throws InterruptedException;

  /** All that is in this answer was handed to the model: its messages are seen. */
  void shown(Answer.Letters answer);

  /** What is in this answer was taken for the model, but the result with it was not delivered. */
  void notShown(Answer.Letters answer);
}
