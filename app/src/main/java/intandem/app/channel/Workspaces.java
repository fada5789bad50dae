package intandem.app.channel;

import intandem.app.entering.Seating;
import intandem.app.host.ClaudeCode;
import intandem.app.platform.Platform;
import intandem.app.seat.Opened;
import intandem.domain.port.Snippets;
import intandem.domain.port.StorageException;
import intandem.domain.port.TransportException;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Waking;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.tandem.Tandem;
import intandem.home.Home;
import intandem.home.Sessions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What this process does for its user: it enters and leaves workspaces and asks its seat. */
public final class Workspaces implements Tandem, AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Seating seating;
  private final Snippets project;
  private final Twin twin;

  /** On what this user has on disk, the adapters of this process, and the session it serves. */
  public Workspaces(
      Home home, Sessions sessions, Platform platform, Snippets project, ClaudeCode claude) {
    this.seating = new Seating(home, sessions, platform, claude);
    this.project = project;
    this.twin = new Twin(sessions, platform.clock());
    claude.bell().listen(this::wakeable);
  }

  private void wakeable(Waking waking) {
    seating.current().ifPresent(opened -> opened.seat().wakeable(waking));
  }

  @Override
  public Answer ask(Ask ask) throws InterruptedException {
    try {
      return twin.named(answer(ask));
    } catch (StorageException | TransportException e) {
      return refused(new Refusal.NotStored(String.valueOf(e.getMessage())));
    }
  }

  private Answer answer(Ask ask) throws InterruptedException {
    return switch (ask) {
      case Ask.Entry entry -> seating.enter(entry);
      case Ask.Member member -> member(member);
      case Ask.Share share -> share(share);
    };
  }

  private Answer member(Ask.Member ask) throws InterruptedException {
    Optional<Opened> seat = seating.current();
    if (seat.isEmpty()) {
      return refused(seating.farewell());
    }
    Answer answer = seat.get().seat().ask(ask);
    if (answer instanceof Answer.Left) {
      seating.vacate(seat.get(), new Refusal.NotIn());
      return seating.farewell() instanceof Refusal.Remains remains ? refused(remains) : answer;
    }
    return answer;
  }

  private Answer share(Ask.Share ask) throws InterruptedException {
    return switch (project.read(ask.path(), ask.from(), ask.to())) {
      case Snippets.Refused(Snippets.Reason reason, String detail) ->
          refused(new Refusal.NotShared(reason, detail));
      case Snippets.Taken taken -> {
        Ask.About about = ask.about();
        Body.Code code =
            new Body.Code(
                taken.path(),
                taken.from(),
                taken.total(),
                about.language(),
                taken.text(),
                about.note());
        yield member(new Ask.Show(ask.call(), code, about.to()));
      }
    };
  }

  /**
   * Returns to the workspace that this very session was in before its process ended, if any; while
   * that process still holds the seat or the disk is in the way, as soon as that has passed.
   */
  public void resume() throws InterruptedException {
    resume(FIRST_PAUSE);
  }

  private void resume(Duration pause) throws InterruptedException {
    if (!seating.resume()) {
      twin.named(refused(seating.farewell()));
      Duration longer = pause.multipliedBy(2);
      Duration next = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      Executor virtual = task -> Thread.ofVirtual().start(task);
      CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, virtual)
          .execute(() -> resumeAgain(next));
    }
  }

  private void resumeAgain(Duration pause) {
    try {
      resume(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void shown(Answer.Letters answer) {
    seating.current().ifPresent(opened -> opened.seat().shown(answer));
  }

  @Override
  public void notShown(Answer.Letters answer) {
    seating.current().ifPresent(opened -> opened.seat().notShown(answer));
  }

  @Override
  public void close() {
    seating.close();
  }

  private static Answer refused(Refusal refusal) {
    return new Answer.Refused(refusal);
  }
}
