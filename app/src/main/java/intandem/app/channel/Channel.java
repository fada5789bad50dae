package intandem.app.channel;

import intandem.app.command.Command;
import intandem.app.host.Doorbell;
import intandem.app.host.HostCommand;
import intandem.app.host.Settings;
import intandem.app.platform.LateEntropy;
import intandem.app.platform.NumberSetting;
import intandem.mcp.Limits;
import intandem.mcp.McpFrontend;
import intandem.mcp.Offer;
import intandem.mcp.ServerInfo;
import intandem.mcp.tools.Setting;
import intandem.mcp.waking.ChannelEvent;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Serves one Claude Code session until its input ends or a signal comes. A health check that lives
 * for an instant joins nothing: an earlier workspace is resumed two seconds after the handshake.
 */
public final class Channel implements Command {
  private static final System.Logger LOG = System.getLogger(Channel.class.getName());

  private final AtomicReference<Optional<McpFrontend>> frontend =
      new AtomicReference<>(Optional.empty());
  private final String version;

  /** A server that presents itself with that version. */
  public Channel(String version) {
    this.version = version;
  }

  @Override
  public int run(Shell shell, List<String> arguments) {
    if (!arguments.isEmpty()) {
      return shell.usage("channel", arguments);
    }
    Doorbell bell = new Doorbell(shell.environment(), HostCommand::takesChannels, this::push);
    Deferred tandem = new Deferred(shell, bell);
    McpFrontend server =
        new McpFrontend(
            System.in,
            unbuffered(),
            ServerInfo.of(version),
            Offer.of(tandem, setting(shell)),
            Limits.standard());
    frontend.set(Optional.of(server));
    Thread ending = new Thread(() -> end(server, tandem), "intandem-shutdown");
    Runtime.getRuntime().addShutdownHook(ending);
    server.serve(() -> later().execute(() -> begin(shell, tandem)));
    return 0;
  }

  /**
   * Not {@link System#out}, which hides that nobody reads any more: what it takes counts as shown.
   */
  private static OutputStream unbuffered() {
    return new FileOutputStream(FileDescriptor.out);
  }

  private static void end(McpFrontend server, Deferred tandem) {
    tandem.close();
    server.close();
  }

  private static Executor later() {
    Executor virtual = task -> Thread.ofVirtual().start(task);
    return CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS, virtual);
  }

  private static void begin(Shell shell, Deferred tandem) {
    Settings.problems(shell.environment())
        .forEach(problem -> LOG.log(System.Logger.Level.WARNING, problem));
    try {
      tandem.resume();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the earlier workspace was not resumed", e);
    }
  }

  private void push(ChannelEvent event) {
    frontend.get().ifPresent(server -> server.push(event));
  }

  private static Setting setting(Shell shell) {
    String name =
        Optional.ofNullable(shell.directory().getFileName()).map(Path::toString).orElse("");
    Duration stopWait = Duration.ofSeconds(NumberSetting.STOP_WAIT.in(shell.environment()));
    return new Setting(name, Clock.systemUTC(), new LateEntropy(), stopWait);
  }
}
