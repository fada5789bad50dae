package intandem.mcp.waking;

import java.util.Map;
import java.util.Set;

/**
 * What {@code notifications/claude/channel} carries: Claude Code shows it to the model as a channel
 * element, with the meta entries as attributes. No free text fits into one.
 */
public record ChannelEvent(String content, Map<String, String> meta) {

  private static final Set<String> KEYS = Set.of("peer", "type", "event", "id", "task");

  /** Refuses any other key, and a value that is not 1 to 40 letters, digits, _ or -. */
  public ChannelEvent {
    meta = Map.copyOf(meta);
    meta.forEach(
        (key, value) -> {
          if (!KEYS.contains(key) || !value.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("not a meta entry: " + key);
          }
        });
  }
}
