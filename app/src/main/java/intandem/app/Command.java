package intandem.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One thing that can be asked for on the command line. */
interface Command {
  /** Runs and answers the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
  int run(Shell shell, List<String> arguments) throws Exception;

  /** Where a command was called: its environment, directory and streams. */
  record Shell(
      Map<String, String> environment, Path directory, PrintStream out, PrintStream err) {}
}
