package intandem.app.host;

import intandem.domain.protocol.Body;
import java.util.List;
import java.util.function.Supplier;

/** The session that this process serves: how its model is woken, and what peers are told it has. */
public record ClaudeCode(Doorbell bell, Supplier<List<String>> capabilities) {
  /** What the others are told of a member of that name that works in this session. */
  public Body.Profile profile(String name) {
    return new Body.Profile(name, capabilities.get(), bell.best());
  }
}
