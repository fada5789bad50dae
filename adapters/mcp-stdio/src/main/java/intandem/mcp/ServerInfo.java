package intandem.mcp;

/** How the server presents itself; Claude Code cuts the instructions at 4,096 characters. */
public record ServerInfo(String name, String version, String instructions) {

  /** InTandem in that version. */
  public static ServerInfo of(String version) {
    return new ServerInfo("intandem", version, Instructions.TEXT);
  }
}
