package intandem.tunnel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program that prints what cloudflared printed once, and notes how it was called. */
final class StandIn {
  private static final String SCRIPT =
      """
      #!/bin/sh
      env > {dir}/env
      [ ! -e {dir}/down ] || { cat {dir}/refusal >&2; exit 1; }
      name=quiet-river-$$
      printf '%s\\n' "$@" > {dir}/$name.trycloudflare.com
      sed "s/NAME/$name/" {dir}/output >&2
      echo $$ > {dir}/pid
      exec sleep 300
      """;

  private final Path directory;

  StandIn(Path directory) throws IOException {
    this.directory = directory;
    write("output", OUTPUT);
    write("refusal", REFUSAL);
    write("cloudflared", SCRIPT);
    Files.setPosixFilePermissions(binary(), PosixFilePermissions.fromString("rwx------"));
  }

  Path binary() {
    return directory.resolve("cloudflared");
  }

  /** What it prints from now on. */
  void prints(String output) throws IOException {
    write("output", output);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text.replace("{dir}", directory.toString()));
  }

  /** The arguments of the run that announced that host. */
  List<String> arguments(String host) throws IOException {
    return Files.readAllLines(directory.resolve(host));
  }

  List<String> environment() throws IOException {
    return Files.readAllLines(directory.resolve("env"));
  }

  /** The run that announced that host, while it lasts. */
  Stream<ProcessHandle> run(String host) {
    String pid = host.replaceAll("[^0-9]", "");
    return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).stream();
  }

  /** Ends every run, and lets none begin. */
  void goes() throws IOException {
    write("down", "");
    try (Stream<Path> files = Files.list(directory)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".trycloudflare.com"))
          .flatMap(this::run)
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  void returns() throws IOException {
    Files.delete(directory.resolve("down"));
  }

  static final Map<String, String> ENVIRONMENT =
      Map.of("PATH", "/usr/bin:/bin", "SECRET_TOKEN", "x", "TUNNEL_TOKEN", "y");

  private static final String AT = "2026-11-20T10:11:12Z INF ";

  static final String REFUSAL =
      """
      {at}Thank you for trying Cloudflare Tunnel. Doing so, without a Cloudflare account, is a\
       quick way to experiment and try it out.
      {at}Requesting new quick Tunnel on trycloudflare.com...
      failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": no route to host
      """
          .replace("{at}", AT);

  static final String OUTPUT =
      """
      {at}Thank you for trying Cloudflare Tunnel. Doing so, without a Cloudflare account, is a\
       quick way to experiment and try it out. However, be aware that these account-less Tunnels\
       have no uptime guarantee.
      {at}Requesting new quick Tunnel on trycloudflare.com...
      {at}+----------------------------------------------------------------------------+
      {at}|  Your quick Tunnel has been created! Visit it at (it may take some time):  |
      {at}|  https://NAME.trycloudflare.com                                            |
      {at}+----------------------------------------------------------------------------+
      {at}Version 2026.9.1
      {at}Initial protocol quic
      {at}Starting metrics server on 127.0.0.1:20241/metrics
      {at}Registered tunnel connection connIndex=0 connection=6fb1 event=0 ip=198.41.192.7\
       location=mad01 protocol=quic
      """
          .replace("{at}", AT);
}
