package intandem.mcp;

import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.tandem.Tandem;
import intandem.mcp.tools.Setting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Answers as told, in order, and remembers what was asked; nothing is unread unless told. */
public final class FakeTandem implements Tandem {

  public final List<Ask> asked = new CopyOnWriteArrayList<>();
  public final BlockingQueue<Answer.Letters> shown = new LinkedBlockingQueue<>();
  public final BlockingQueue<Answer.Letters> notShown = new LinkedBlockingQueue<>();
  private final Queue<Answer> answers = new ArrayDeque<>();

  /** A project called proj, at noon. */
  public static Setting setting() {
    return new Setting(
        "proj", InstantSource.fixed(Mails.NOON), new Random(1), Duration.ofSeconds(5));
  }

  private Answer unread = new Answer.Refused(new Refusal.NotIn());

  public static FakeTandem answering(Answer... answers) {
    var tandem = new FakeTandem();
    Collections.addAll(tandem.answers, answers);
    return tandem;
  }

  public FakeTandem unread(Answer.Letters letters) {
    unread = letters;
    return this;
  }

  @Override
  public Answer ask(Ask ask) {
    if (ask instanceof Ask.Unread) {
      return unread;
    }
    asked.add(ask);
    return answers.remove();
  }

  @Override
  public void shown(Answer.Letters answer) {
    shown.add(answer);
  }

  @Override
  public void notShown(Answer.Letters answer) {
    notShown.add(answer);
  }
}
