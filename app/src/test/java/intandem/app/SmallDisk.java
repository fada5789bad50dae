package intandem.app;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A file system of two megabytes in memory, which Linux lets root mount; others skip the test. */
final class SmallDisk implements AutoCloseable {
  private final Path directory;
  private final Path ballast;

  SmallDisk(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    this.ballast = directory.resolve("ballast");
    if (run("mount", "-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs") != 0) {
      abort("only root can mount a small disk");
    }
  }

  private int run(String... command) throws IOException, InterruptedException {
    List<String> whole =
        Stream.concat(Stream.of(command), Stream.of(directory.toString())).toList();
    try {
      return new ProcessBuilder(whole).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      return abort("there is no " + command[0] + " here");
    }
  }

  Path directory() {
    return directory;
  }

  /** Leaves no space at all. */
  void fill() throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      if (Files.size(ballast) < block.length) {
        throw e;
      }
    }
  }

  /** Gives so many bytes of a full disk back. */
  void spare(int bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(ballast, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - bytes);
    }
  }

  void free() throws IOException {
    Files.delete(ballast);
  }

  /** Possible only while nobody has a file open for writing. */
  void writable(boolean writable) throws IOException, InterruptedException {
    if (run("mount", "-o", "remount," + (writable ? "rw" : "ro")) != 0) {
      fail("the small disk is in use");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "-l");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
