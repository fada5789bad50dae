package intandem.packaging;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An unpacked bundle, run as a user would: nothing but its own files and an empty environment. */
record Bundle(Path home) {
  /** What a finished process left behind. */
  record Run(int exitCode, String out, String err) {}

  /** Unpacks the tarball that the build made. */
  static Bundle unpack(Path folder) throws IOException, InterruptedException {
    var tarball = only(Path.of("target"), "intandem-*.tar.gz");
    var tar = List.of("tar", "-xzf", tarball.toAbsolutePath().toString());
    var process = new ProcessBuilder(tar).directory(folder.toFile()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("tar failed");
    }
    return new Bundle(folder.resolve("intandem"));
  }

  /** A bundle of its own files but for the runtime, which is not to be changed. */
  Bundle copy(Path folder) throws IOException {
    var copy = Files.createDirectory(folder.resolve("intandem"));
    for (var part : List.of("bin", "lib")) {
      Files.createDirectory(copy.resolve(part));
      try (Stream<Path> files = Files.list(home.resolve(part))) {
        for (var file : files.toList()) {
          Files.copy(file, copy.resolve(part).resolve(file.getFileName()), COPY_ATTRIBUTES);
        }
      }
    }
    Files.createSymbolicLink(copy.resolve("runtime"), home.resolve("runtime").toRealPath());
    return new Bundle(copy);
  }

  Path launcher() {
    return home.resolve("bin/intandem");
  }

  Path cache() throws IOException {
    return only(home.resolve("lib"), "*.aot");
  }

  Path jar(String name) throws IOException {
    return only(home.resolve("lib"), name + "-*.jar");
  }

  /** Makes the launcher fail where it would otherwise do without the cache. */
  Bundle insistOnTheCache() throws IOException {
    var script = Files.readString(launcher());
    Files.writeString(launcher(), script.replace("-Xlog:disable", "-XX:AOTMode=on -Xlog:disable"));
    return this;
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return run(launcher(), Map.of(), arguments);
  }

  static Run run(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var out = Files.createTempFile("out", "");
    var err = Files.createTempFile("err", "");
    var command = Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList();
    var builder = new ProcessBuilder(command).redirectOutput(out.toFile());
    builder.redirectError(err.toFile()).environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    if (!process.waitFor(60, SECONDS)) {
      process.destroyForcibly();
      throw new IOException("still running: " + command);
    }
    var run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return run;
  }

  private static Path only(Path folder, String glob) throws IOException {
    try (var found = Files.newDirectoryStream(folder, glob)) {
      return found.iterator().next();
    }
  }
}
