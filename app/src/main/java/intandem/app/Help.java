package intandem.app;

/** What {@code intandem help} prints. */
final class Help {
  static final String TEXT =
      """
      usage: intandem <command>

        channel         serve one Claude Code session over standard streams; Claude Code starts it
        demo            let two sessions meet on this machine, and show what each one sees
        help            this text
        --version       the version of InTandem""";

  private Help() {}
}
