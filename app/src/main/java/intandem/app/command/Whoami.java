package intandem.app.command;

import intandem.home.Home;
import java.security.SecureRandom;
import java.util.List;

/** Who this user is to InTandem. The first call makes the directory and a name. */
public final class Whoami implements Command {
  @Override
  public int run(Shell shell, List<String> arguments) {
    if (!arguments.isEmpty()) {
      return shell.usage("whoami", arguments);
    }
    Home home = Home.open(shell.homeDirectory());
    shell.out().println("name         " + home.username().read(new SecureRandom()));
    shell.out().println("home         " + shell.homeDirectory());
    shell.out().println("memberships  " + home.memberships().all().size());
    return 0;
  }
}
