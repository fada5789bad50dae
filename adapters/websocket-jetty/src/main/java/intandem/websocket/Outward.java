package intandem.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The user's settings for the way to other machines. */
public final class Outward {
  private Outward() {}

  /**
   * What is wrong with {@code HTTPS_PROXY}, {@code INTANDEM_CA_CERTS} or {@code
   * NODE_EXTRA_CA_CERTS}, a sentence each, without a password; it reads the certificates as
   * dialling does.
   */
  public static List<String> problems(Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    WebProxy.problem(environment).ifPresent(problems::add);
    try {
      Certificates.of(environment);
    } catch (Certificates.Unreadable e) {
      problems.add(e.getMessage());
    }
    return problems;
  }
}
