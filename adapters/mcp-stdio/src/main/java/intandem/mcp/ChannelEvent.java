package intandem.mcp;

import java.util.Map;

/**
 * What {@code notifications/claude/channel} carries: Claude Code shows it to the model as a channel
 * element, with the meta entries as attributes.
 */
public record ChannelEvent(String content, Map<String, String> meta) {

  /** Refuses a meta key that Claude Code would drop: a letter or _, then letters, digits or _. */
  public ChannelEvent {
    meta = Map.copyOf(meta);
    for (var key : meta.keySet()) {
      if (!key.matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
        throw new IllegalArgumentException("not a meta key: " + key);
      }
    }
  }
}
