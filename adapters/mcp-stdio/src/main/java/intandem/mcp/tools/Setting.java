package intandem.mcp.tools;

import intandem.domain.id.Bytes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the tools need beside the session.
 *
 * @param directory base name of the project's directory: the name of a workspace by default
 * @param entropy unguessable, and safe to use from several threads
 * @param stopWait how long a model that is about to stop may be kept waiting for a message
 */
public record Setting(
    String directory, InstantSource clock, RandomGenerator entropy, Duration stopWait) {

  private static final int CALL_BYTES = 16;

  /** Names a call for good: by the host's id for it, or as nobody else will. */
  Bytes id(Call call) {
    return switch (call) {
      case Call.Identified(String toolUseId) -> Bytes.utf8(toolUseId);
      case Call.Anonymous() -> Bytes.random(entropy, CALL_BYTES);
    };
  }
}
