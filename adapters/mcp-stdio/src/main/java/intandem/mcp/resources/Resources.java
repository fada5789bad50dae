package intandem.mcp.resources;

import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Tandem;
import intandem.mcp.tools.Replies;
import intandem.mcp.tools.Setting;
import java.util.List;
import java.util.Set;

/**
 * The workspace to read: what the tools of the same names say, but never a message, since nobody
 * can tell whether a model sees what a host reads.
 */
public final class Resources {

  private static final int LOG_LIMIT = 100;

  private Resources() {}

  /** Board, findings and activity. */
  public static List<Resource> of(Tandem tandem, Setting setting) {
    var replies = Replies.of(tandem, setting);
    return List.of(
        resource(replies, "board", "The tasks that are not done", new Ask.Board(Set.of())),
        resource(replies, "findings", "What was found out", new Ask.Findings(Set.of(), "", "")),
        resource(replies, "activity", "What happened last", new Ask.Activity(LOG_LIMIT, -1, "")));
  }

  private static Resource resource(Replies replies, String name, String description, Ask ask) {
    return new Resource("intandem://" + name, name, description, () -> replies.read(ask));
  }
}
