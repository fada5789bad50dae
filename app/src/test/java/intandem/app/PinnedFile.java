package intandem.app;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that nobody can delete or replace, which Linux lets root arrange; others skip the test.
 */
record PinnedFile(Path file) implements AutoCloseable {
  static PinnedFile pin(Path file) throws IOException, InterruptedException {
    if (run("mount", "--bind", file.toString(), file.toString()) != 0) {
      abort("only root can pin a file");
    }
    return new PinnedFile(file);
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(List.of(command)).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      return abort("there is no " + command[0] + " here");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "-l", file.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
