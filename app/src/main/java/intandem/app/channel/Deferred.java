package intandem.app.channel;

import intandem.app.command.Command;
import intandem.app.host.Capabilities;
import intandem.app.host.ClaudeCode;
import intandem.app.host.Doorbell;
import intandem.app.platform.NumberSetting;
import intandem.app.platform.Platform;
import intandem.domain.admission.Limits;
import intandem.domain.port.Snippets;
import intandem.domain.port.StorageException;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.tandem.Tandem;
import intandem.home.Home;
import intandem.home.Processes;
import intandem.home.Self;
import intandem.project.Policy;
import intandem.project.ProjectFiles;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The process's workspaces, made when they are first needed: a host that only asks for the list of
 * tools pays for nothing else. The first use resumes what this session was in before.
 */
public final class Deferred implements Tandem, AutoCloseable {
  private final Command.Shell shell;
  private final Doorbell bell;
  private volatile Optional<Made> made = Optional.empty();
  private boolean closed;

  /** Workspaces, and the return to the earlier one, which everyone waits for who asks them. */
  private record Made(Workspaces workspaces, FutureTask<Workspaces> resumed) {}

  /** With where this process was started, and what wakes its model. */
  public Deferred(Command.Shell shell, Doorbell bell) {
    this.shell = shell;
    this.bell = bell;
  }

  @Override
  public Answer ask(Ask ask) throws InterruptedException {
    if (ask instanceof Ask.Hook hook) {
      return hook(hook);
    }
    try {
      return workspaces().ask(ask);
    } catch (StorageException e) {
      return new Answer.Refused(new Refusal.NotStored(String.valueOf(e.getMessage())));
    }
  }

  /** A hook is answered at once: it opens nothing, and waits for nothing that is being opened. */
  private Answer hook(Ask.Hook hook) throws InterruptedException {
    bell.heard();
    Optional<Made> begun = made;
    return begun.isPresent()
        ? begun.get().workspaces().ask(hook)
        : new Answer.Refused(new Refusal.NotIn());
  }

  /** Resumes what this session was in, if its process was started again. */
  void resume() throws InterruptedException {
    workspaces();
  }

  private Workspaces workspaces() throws InterruptedException {
    try {
      return begun().resumed().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the earlier workspace could not be resumed", e);
    }
  }

  private synchronized Made begun() throws InterruptedException {
    if (made.isEmpty()) {
      if (closed) {
        throw new InterruptedException("the process is ending");
      }
      Workspaces workspaces = make();
      FutureTask<Workspaces> resumed =
          new FutureTask<>(
              () -> {
                workspaces.resume();
                return workspaces;
              });
      made = Optional.of(new Made(workspaces, resumed));
      Thread.ofVirtual().start(resumed);
    }
    return made.get();
  }

  private Workspaces make() {
    Home home = Home.open(shell.homeDirectory());
    Self self = Self.current(shell.environment(), shell.directory());
    return new Workspaces(
        home,
        home.sessions(self, Processes.ofThisMachine()),
        platform(),
        (path, from, to) -> project().read(path, from, to),
        new ClaudeCode(bell, () -> Capabilities.of(shell)));
  }

  /** The directory as it is now: should it be gone, only sharing fails. */
  private Snippets project() {
    Policy policy = new Policy(allowed("INTANDEM_SHARE_IGNORED"), allowed("INTANDEM_SECRETS"));
    return ProjectFiles.in(shell.directory(), policy, Limits.SNIPPET_BYTES);
  }

  private boolean allowed(String setting) {
    return shell.environment().getOrDefault(setting, "").equals("allow");
  }

  private Platform platform() {
    int rate = NumberSetting.RATE_LIMIT.in(shell.environment());
    return new Platform(new Limits(rate, allowed("INTANDEM_SECRETS")), shell.environment());
  }

  @Override
  public void shown(Answer.Letters answer) {
    made.ifPresent(begun -> begun.workspaces().shown(answer));
  }

  @Override
  public void notShown(Answer.Letters answer) {
    made.ifPresent(begun -> begun.workspaces().notShown(answer));
  }

  @Override
  public synchronized void close() {
    closed = true;
    made.map(Made::workspaces).ifPresent(Workspaces::close);
  }
}
