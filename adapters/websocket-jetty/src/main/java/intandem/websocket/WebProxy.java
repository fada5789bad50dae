package intandem.websocket;

import intandem.domain.id.Endpoint;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.BasicAuthentication;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.http.HttpHeader;

/** The HTTP proxy through which other machines are reached, by CONNECT (RFC 9110, 9.3.6). */
final class WebProxy {
  private static final Pattern SHAPE =
      Pattern.compile("(?:http://)?(?:([^:@/]*)(?::([^@/]*))?@)?([^@/]+)/?");
  private static final Pattern PORT = Pattern.compile(".*:[0-9]{1,5}|.*]:[0-9]{1,5}");

  private static final String VARIABLE = "https_proxy";

  private final Endpoint address;
  private final Optional<Authentication.Result> login;
  private final List<String> exceptions;

  private WebProxy(
      Endpoint address, Optional<Authentication.Result> login, List<String> exceptions) {
    this.address = address;
    this.login = login;
    this.exceptions = exceptions;
  }

  /**
   * Reads {@code https_proxy} and {@code no_proxy}, in small or in capital letters; empty if there
   * is no proxy, or none of the form {@code [http://][user:password@]host[:port]}.
   */
  static Optional<WebProxy> of(Map<String, String> environment) {
    Matcher match = SHAPE.matcher(variable(environment, VARIABLE));
    if (!match.matches()) {
      return Optional.empty();
    }
    String host = match.group(3);
    String whole = PORT.matcher(host).matches() ? host : host + ":80";
    List<String> exceptions =
        Arrays.stream(variable(environment, "no_proxy").toLowerCase(Locale.ROOT).split("[, ]+"))
            .filter(name -> !name.isEmpty())
            .toList();
    return Endpoint.parse(whole)
        .map(address -> new WebProxy(address, login(address, match), exceptions));
  }

  /** What is wrong with the setting, in a sentence; nothing is if there is none. */
  static Optional<String> problem(Map<String, String> environment) {
    String set = variable(environment, VARIABLE);
    if (set.isEmpty() || of(environment).isPresent()) {
      return Optional.empty();
    }
    String scheme = set.contains("://") ? set.substring(0, set.indexOf("://") + 3) + "…" : "…";
    return Optional.of(
        "HTTPS_PROXY=%s is passed over, and no proxy used: accepted is".formatted(scheme)
            + " [http://][USER:PASSWORD@]HOST[:PORT]");
  }

  private static String variable(Map<String, String> environment, String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .map(key -> environment.getOrDefault(key, "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Optional<Authentication.Result> login(Endpoint address, Matcher match) {
    return Optional.ofNullable(match.group(1))
        .map(
            user ->
                new BasicAuthentication.BasicResult(
                    uri(address),
                    HttpHeader.PROXY_AUTHORIZATION,
                    decoded(user),
                    decoded(Optional.ofNullable(match.group(2)).orElse(""))));
  }

  /** Undoes percent-encoding; what is none stands for itself. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static URI uri(Endpoint address) {
    return URI.create("http://" + host(address) + ":" + address.port());
  }

  private static String host(Endpoint address) {
    return address.host().contains(":") ? "[" + address.host() + "]" : address.host();
  }

  /** Whether that host is to be reached through it. */
  boolean covers(String host) {
    return exceptions.stream()
        .map(name -> name.startsWith("*.") ? name.substring(1) : name)
        .noneMatch(
            name ->
                name.equals("*")
                    || name.equals(host)
                    || host.endsWith(name.startsWith(".") ? name : "." + name));
  }

  /** Has the client use it. */
  void apply(HttpClient client) {
    Origin.Address there = new Origin.Address(host(address), address.port());
    client
        .getProxyConfiguration()
        .addProxy(
            new HttpProxy(there, false) {
              @Override
              public boolean matches(Origin origin) {
                return !origin.getAddress().equals(there) && covers(origin.getAddress().getHost());
              }
            });
    login.ifPresent(client.getAuthenticationStore()::addAuthenticationResult);
  }
}
