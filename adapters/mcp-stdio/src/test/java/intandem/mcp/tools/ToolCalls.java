package intandem.mcp.tools;

import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.mcp.FakeTandem;
import java.util.Map;

/** Calls of the tools of a server, from a client that names them. */
final class ToolCalls {
  private ToolCalls() {}

  static ToolResult call(FakeTandem tandem, String name, Map<String, ?> given) {
    return call(tandem, name, given, new Call.Identified("toolu_1"));
  }

  static ToolResult call(FakeTandem tandem, String name, Map<String, ?> given, Call call) {
    var tool =
        Tools.of(tandem, FakeTandem.setting()).stream()
            .filter(t -> t.name().equals(name))
            .findFirst();
    return Invocation.invoke(tool.orElseThrow(), given, call);
  }

  /** What a call makes the server ask first. */
  static Ask asked(String name, Map<String, ?> given) {
    var tandem = FakeTandem.answering(new Answer.Refused(new Refusal.NotIn()));
    call(tandem, name, given);
    return tandem.asked.getFirst();
  }
}
