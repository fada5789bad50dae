package intandem.tunnel;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel.Fault;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what ssh prints at its first level of debugging, and what tunnel services print. */
final class SshReading implements Reading {
  private static final Pattern ALLOCATED =
      Pattern.compile("^Allocated port ([0-9]{1,5}) for remote forward to ");
  private static final Pattern GRANTED =
      Pattern.compile("^debug1: remote forward success for: listen .*?([0-9]{1,5}), connect ");

  /** As localhost.run and serveo say it; they print addresses of their own as well. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?:tunneled with tls termination, |Forwarding HTTP traffic from )"
              + "https://([a-z0-9.-]+)");

  /** As pinggy says it. */
  private static final Pattern BARE = Pattern.compile("^https://([a-z0-9.-]+)/?$");

  private static final Pattern UNKNOWN_KEY =
      Pattern.compile("Host key verification failed|HOST IDENTIFICATION HAS CHANGED");
  private static final Pattern REFUSED =
      Pattern.compile("Permission denied|remote port forwarding failed|authentication failures");
  private static final Pattern CHATTER =
      Pattern.compile("^(debug[0-9]:|OpenSSH_|Authenticated to|Transferred:|Bytes per second:).*");

  private final SshTarget target;
  private final Consumer<String> refused;
  private String last = "";
  private Fault.Kind kind = Fault.Kind.UNREACHABLE;
  private Optional<Endpoint> address = Optional.empty();

  /** Hands on the line by which the server refused the port, if it does. */
  SshReading(SshTarget target, Consumer<String> refused) {
    this.target = target;
    this.refused = refused;
  }

  @Override
  public Optional<Endpoint> line(String line) {
    if (address.isEmpty()) {
      address = target.service() ? served(line) : granted(line);
    }
    if (!CHATTER.matcher(line).matches()) {
      remember(line);
    }
    return address;
  }

  private void remember(String line) {
    if (UNKNOWN_KEY.matcher(line).find()) {
      kind = Fault.Kind.NOT_TRUSTED;
      last = line;
    } else if (REFUSED.matcher(line).find()) {
      kind = Fault.Kind.REFUSED;
      last = line;
      refused.accept(line);
    } else if (kind == Fault.Kind.UNREACHABLE) {
      last = line;
    }
  }

  private Optional<Endpoint> granted(String line) {
    return Stream.of(ALLOCATED, GRANTED)
        .map(pattern -> pattern.matcher(line))
        .filter(Matcher::find)
        .map(match -> Integer.parseInt(match.group(1)))
        .filter(port -> port > 0)
        .findFirst()
        .flatMap(port -> target.address().or(() -> Endpoint.parse(host() + ":" + port)));
  }

  private String host() {
    return target.host().contains(":") ? "[" + target.host() + "]" : target.host();
  }

  private Optional<Endpoint> served(String line) {
    return Stream.of(SENTENCE, BARE)
        .map(pattern -> pattern.matcher(line))
        .filter(Matcher::find)
        .map(match -> match.group(1))
        .filter(host -> !host.equals(target.host()) && !host.endsWith("admin." + target.host()))
        .findFirst()
        .flatMap(Endpoint::parse);
  }

  @Override
  public Fault ended() {
    return new Fault(kind, last);
  }
}
