package intandem.mcp.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a hook of Claude Code answers to add to the model's context. */
final class HookOutput {

  /** Claude Code puts longer output into a file instead of the context. */
  static final int MOST_CHARS = 10_000;

  /** To an empty text Claude Code 2.1.330 adds one of its own: that the hook completed. */
  static final String NOTHING = "{}";

  private HookOutput() {}

  static String of(String event, String context) {
    if (context.isEmpty()) {
      return NOTHING;
    }
    var specific = new LinkedHashMap<String, String>();
    specific.put("hookEventName", event);
    specific.put("additionalContext", context);
    try {
      return new ObjectMapper().writeValueAsString(Map.of("hookSpecificOutput", specific));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can always be written", e);
    }
  }
}
