package intandem.tunnel;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port of a host that the user can reach by ssh, forwarded to this machine by OpenSSH's client as
 * the user has it configured. Host keys are checked, and nothing is ever asked for.
 */
public final class SshTunnel implements Tunnel {
  /** How often the port of before is asked for, while a server may still hold it. */
  private static final int PATIENCE = 5;

  private static final List<String> OPTIONS =
      List.of(
          "BatchMode=yes",
          "StrictHostKeyChecking=yes",
          "ExitOnForwardFailure=yes",
          "ConnectTimeout=10",
          "ServerAliveInterval=15",
          "ServerAliveCountMax=2",
          "LogLevel=DEBUG1",
          "ControlMaster=no",
          "ControlPath=none",
          "ForwardAgent=no",
          "ForwardX11=no",
          "PermitLocalCommand=no",
          "RemoteCommand=none");

  private final Path binary;
  private final SshTarget target;
  private final Map<String, String> environment;
  private final AtomicInteger refusals = new AtomicInteger();

  /**
   * Starts nothing yet.
   *
   * @param environment of this process; only what ssh needs is handed on
   */
  public SshTunnel(Path binary, SshTarget target, Map<String, String> environment) {
    this.binary = binary;
    this.target = target;
    this.environment = Environment.forSsh(environment);
  }

  @Override
  public Carrier carrier() {
    return Carrier.SSH;
  }

  @Override
  public HeaderTrust trust() {
    return HeaderTrust.NONE;
  }

  @Override
  public int port() {
    return 0;
  }

  @Override
  public Passage open(int port, Optional<Endpoint> before, Events events) {
    boolean again = target.remote() == 0 && refusals.get() < PATIENCE;
    int remote = before.filter(a -> again).map(Endpoint::port).orElse(target.remote());
    SshReading reading = new SshReading(target, line -> refusals.incrementAndGet());
    return CommandPassage.start(command(port, remote), environment, reading, events);
  }

  private List<String> command(int port, int remote) {
    List<String> command = new ArrayList<>(List.of(binary.toString(), "-T"));
    if (!target.service()) {
      command.add("-N");
    }
    OPTIONS.forEach(option -> command.addAll(List.of("-o", option)));
    command.addAll(List.of("-R", remote + ":127.0.0.1:" + port));
    command.addAll(target.arguments());
    return command;
  }
}
