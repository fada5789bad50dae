package intandem.app;

import intandem.app.channel.Channel;
import intandem.app.command.Cleanup;
import intandem.app.command.Command;
import intandem.app.command.Demo;
import intandem.app.command.Init;
import intandem.app.command.Rename;
import intandem.app.command.Whoami;
import intandem.app.doctor.Doctor;
import intandem.domain.port.StorageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The command line: {@code intandem <command>}. Exits with 0 done, 1 failed, 2 wrong usage. */
public final class Main {
  private Main() {}

  /** Runs the command named by the first argument and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    System.setOut(System.err);
    Command.Shell shell =
        new Command.Shell(System.getenv(), Path.of("").toAbsolutePath(), out, System.err);
    int code = run(shell, List.of(args));
    out.flush();
    Runtime.getRuntime().exit(code);
  }

  private static boolean asksForHelp(List<String> arguments) {
    return arguments.equals(List.of("--help")) || arguments.equals(List.of("-h"));
  }

  /** Runs the command that the arguments name. */
  static int run(Command.Shell shell, List<String> args) {
    String name = args.isEmpty() ? "help" : args.getFirst();
    List<String> rest = args.isEmpty() ? List.of() : args.subList(1, args.size());
    try {
      return command(asksForHelp(rest) ? "help" : name)
          .run(shell, asksForHelp(rest) ? List.of() : rest);
    } catch (StorageException e) {
      shell.err().println("intandem: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      return 1;
    } catch (Exception e) {
      shell.err().println("intandem: " + name + " failed: " + e);
      return 1;
    }
  }

  /** The command of that name; one that says so if there is none. */
  private static Command command(String name) {
    return switch (name) {
      case "channel" -> new Channel(Version.read());
      case "demo" -> new Demo();
      case "doctor" -> new Doctor();
      case "init" -> new Init();
      case "whoami" -> new Whoami();
      case "rename" -> new Rename();
      case "cleanup" -> new Cleanup(InstantSource.system());
      case "--version" ->
          (shell, arguments) ->
              arguments.isEmpty()
                  ? print(shell.out(), "intandem " + Version.read())
                  : shell.usage("--version", arguments);
      case "help", "--help", "-h" ->
          (shell, arguments) ->
              arguments.isEmpty() ? print(shell.out(), Help.TEXT) : shell.usage("help", arguments);
      default ->
          (shell, arguments) -> {
            shell.err().println("intandem: there is no command '" + name + "'.\n");
            shell.err().println(Help.TEXT);
            return 2;
          };
    };
  }

  private static int print(PrintStream out, String text) {
    out.println(text);
    return 0;
  }
}
