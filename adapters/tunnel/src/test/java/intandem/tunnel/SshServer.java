package intandem.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** An OpenSSH server on loopback with keys and a configuration of its own, to be killed at will. */
final class SshServer {
  private final Path directory;
  private final Path sshd;
  private final int port;
  private Optional<Process> process = Optional.empty();

  private SshServer(Path directory, Path sshd, int port) {
    this.directory = directory;
    this.sshd = sshd;
    this.port = port;
  }

  /** Starts one; a test that finds no sshd on this machine is skipped. */
  static SshServer start(Path directory) throws Exception {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
    Optional<Path> sshd = Binary.find("sshd", path);
    assumeTrue(sshd.isPresent(), "there is no sshd on the PATH or in /usr/sbin");
    assumeTrue(Binary.find("ssh", path).isPresent(), "there is no ssh on the PATH");
    separatePrivileges();
    SshServer server = new SshServer(directory, sshd.get(), freePort());
    server.configure();
    server.start();
    return server;
  }

  /** An sshd that root starts wants this directory, which a start of the system makes. */
  private static void separatePrivileges() throws IOException {
    Path run = Path.of("/run");
    if (Files.isWritable(run) && Files.notExists(run.resolve("sshd"))) {
      Files.createDirectory(run.resolve("sshd"));
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** The destination as one would write it in the setting. */
  SshTarget target() {
    return SshTarget.parse("127.0.0.1:" + port).orElseThrow();
  }

  /** An ssh that uses the keys of this directory. */
  Path client() {
    return directory.resolve("ssh");
  }

  void start() throws Exception {
    List<String> command =
        List.of(sshd.toString(), "-D", "-e", "-f", directory.resolve("sshd_config").toString());
    process =
        Optional.of(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start());
    Eventually.holds("sshd listens", this::listens);
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Kills it and every connection it has. */
  void kill() throws InterruptedException {
    if (process.isPresent()) {
      List<ProcessHandle> all = process.get().descendants().toList();
      process.get().destroyForcibly().waitFor();
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private void configure() throws Exception {
    for (String name : List.of("host_key", "user_key")) {
      run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", directory.resolve(name).toString());
    }
    String key = Files.readString(directory.resolve("host_key.pub"));
    Files.writeString(directory.resolve("known_hosts"), "[127.0.0.1]:" + port + " " + key);
    write(
        "sshd_config",
        """
        Port %d
        ListenAddress 127.0.0.1
        AddressFamily inet
        HostKey {dir}/host_key
        AuthorizedKeysFile {dir}/user_key.pub
        PidFile none
        UsePAM no
        StrictModes no
        PasswordAuthentication no
        PermitRootLogin prohibit-password
        """
            .formatted(port));
    write(
        "ssh_config",
        """
        IdentityFile {dir}/user_key
        IdentitiesOnly yes
        UserKnownHostsFile {dir}/known_hosts
        GlobalKnownHostsFile none
        """);
    write("ssh", "#!/bin/sh\nexec ssh -F {dir}/ssh_config \"$@\"\n");
    Files.setPosixFilePermissions(client(), PosixFilePermissions.fromString("rwx------"));
  }

  void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text.replace("{dir}", directory.toString()));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertEquals(0, process.waitFor(), command[0]);
  }
}
