package intandem.app.host;

import intandem.app.platform.NumberSetting;
import intandem.websocket.Outward;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The variables of the environment that can be set wrongly, read as a session reads them. */
public final class Settings {
  private Settings() {}

  /** What is wrong with them, a sentence each; none of it keeps a session from working here. */
  public static List<String> problems(Map<String, String> environment) {
    return Stream.concat(
            Stream.of(
                    NumberSetting.RATE_LIMIT.problem(environment),
                    NumberSetting.STOP_WAIT.problem(environment),
                    Ways.problem(environment))
                .flatMap(Optional::stream),
            Outward.problems(environment).stream())
        .toList();
  }
}
