package intandem.app;

import intandem.domain.admission.Limits;
import intandem.domain.port.Snippets;
import intandem.domain.port.StorageException;
import intandem.domain.session.Answer;
import intandem.domain.session.Ask;
import intandem.domain.session.Refusal;
import intandem.domain.session.Tandem;
import intandem.home.Home;
import intandem.home.Processes;
import intandem.home.Self;
import intandem.project.Policy;
import intandem.project.ProjectFiles;
import java.util.List;
import java.util.Optional;

/**
 * The process's workspaces, made when they are first needed: a host that only asks for the list of
 * tools pays for nothing else. The first use resumes what this session was in before.
 */
final class Deferred implements Tandem, AutoCloseable {
  private static final int DEFAULT_RATE = Limits.DEFAULT.submissionsPerMinute();

  private final Command.Shell shell;
  private final Doorbell bell;
  private volatile Optional<Workspaces> made = Optional.empty();
  private boolean closed;

  Deferred(Command.Shell shell, Doorbell bell) {
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
    Optional<Workspaces> workspaces = made;
    return workspaces.isPresent()
        ? workspaces.get().ask(hook)
        : new Answer.Refused(new Refusal.NotIn());
  }

  /** Resumes what this session was in, if its process was started again. */
  void resume() throws InterruptedException {
    workspaces();
  }

  private synchronized Workspaces workspaces() throws InterruptedException {
    if (made.isEmpty()) {
      if (closed) {
        throw new InterruptedException("the process is ending");
      }
      Workspaces workspaces = make();
      made = Optional.of(workspaces);
      workspaces.resume();
    }
    return made.get();
  }

  private Workspaces make() {
    Home home = Home.open(shell.homeDirectory());
    Self self = Self.current(shell.environment(), shell.directory());
    return new Workspaces(
        home,
        home.sessions(self, Processes.ofThisMachine()),
        new Platform(new Limits(rate(), allowed("INTANDEM_SECRETS"))),
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

  private int rate() {
    String wanted = shell.environment().getOrDefault("INTANDEM_RATE_LIMIT", "");
    return wanted.matches("[1-9][0-9]{0,4}")
        ? Math.max(DEFAULT_RATE, Integer.parseInt(wanted))
        : DEFAULT_RATE;
  }

  @Override
  public void shown(List<Shown> messages) {
    made.ifPresent(workspaces -> workspaces.shown(messages));
  }

  @Override
  public void notShown(List<Shown> messages) {
    made.ifPresent(workspaces -> workspaces.notShown(messages));
  }

  @Override
  public synchronized void close() {
    closed = true;
    made.ifPresent(Workspaces::close);
  }
}
