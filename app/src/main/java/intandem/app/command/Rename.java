package intandem.app.command;

import intandem.home.Home;
import java.util.List;

/** Changes what this user is called in workspaces joined from now on. */
public final class Rename implements Command {
  @Override
  public int run(Shell shell, List<String> arguments) {
    if (arguments.size() != 1) {
      return shell.usage("rename NAME     (a name with spaces goes in quotes)", surplus(arguments));
    }
    String name = arguments.getFirst();
    if (!Home.open(shell.homeDirectory()).username().rename(name)) {
      shell.err().println("intandem: '" + Shell.printable(name) + "' cannot be a name.");
      shell.err().println("A name has 1 to 24 characters out of A-Z a-z 0-9 space _ . -");
      shell.err().println("It starts with a letter or digit, does not end with a space, and");
      shell.err().println("is no word of authority (such as admin, system, owner or claude).");
      return 1;
    }
    shell.out().println("You are " + name + " in workspaces that you join from now on.");
    return 0;
  }

  private static List<String> surplus(List<String> arguments) {
    return arguments.stream().skip(1).toList();
  }
}
