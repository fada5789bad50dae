package intandem.mcp.tools;

import intandem.domain.tandem.Tandem;
import java.util.List;
import java.util.stream.Stream;

/** The tools of InTandem: a table on the port {@link Tandem}. */
public final class Tools {

  private Tools() {}

  /** All tools, in the order in which they are listed; the last is hidden. */
  public static List<Tool> of(Tandem tandem, Setting setting) {
    var replies = Replies.of(tandem, setting);
    return Stream.of(
            new MemberTools(setting, replies).all(),
            new MessageTools(setting, replies).all(),
            new TaskTools(setting, replies).all(),
            new SharedTools(setting, replies).all(),
            List.of(new HookTool(setting, replies).tool()))
        .flatMap(List::stream)
        .toList();
  }
}
