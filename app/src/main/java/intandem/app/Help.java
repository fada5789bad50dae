package intandem.app;

/** What {@code intandem help} prints. */
final class Help {
  static final String TEXT =
      """
      usage: intandem COMMAND

        init [--user] [--force]
                        add InTandem to ./.mcp.json, or to your Claude Code configuration
        whoami          your name, where your files are, and how many memberships you have
        rename NAME     the name you get in workspaces that you join from now on
        cleanup [--yes] list what is no longer used; with --yes, delete it
        demo            let two sessions meet on this machine, and show what each one sees
        doctor [--json] look at everything InTandem needs, and try a message
        channel         serve one Claude Code session over standard streams; Claude Code starts it
        help            this text
        --version       the version of InTandem\
      """;

  private Help() {}
}
