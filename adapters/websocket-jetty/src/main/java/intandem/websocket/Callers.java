package intandem.websocket;

import intandem.domain.port.Tunnel.HeaderTrust;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** How a listener tells its callers apart. It is for fairness: anyone on this machine can lie. */
public enum Callers {
  /** By the other end of the connection; headers do not count. */
  BY_SOCKET,
  /** Not at all. */
  AS_ONE,
  /** By the one {@code CF-Connecting-IP} that Cloudflare sets. */
  BY_CLOUDFLARE,
  /** By the last entry of {@code X-Forwarded-For}, which the nearest proxy adds. */
  BY_NEAREST_PROXY;

  private static final String EVERYONE = "through the tunnel";
  private static final int PREFIX_BYTES = 8;

  static Callers by(HeaderTrust trust) {
    return switch (trust) {
      case NONE -> AS_ONE;
      case CF_CONNECTING_IP -> BY_CLOUDFLARE;
      case XFF_RIGHTMOST -> BY_NEAREST_PROXY;
    };
  }

  /** Who calls: an IPv4 address, the first 64 bits of an IPv6 address, or one name for everyone. */
  String of(HttpFields headers, String socket) {
    return switch (this) {
      case BY_SOCKET -> socket;
      case AS_ONE -> EVERYONE;
      case BY_CLOUDFLARE -> only(headers.getValuesList("CF-Connecting-IP"));
      case BY_NEAREST_PROXY -> last(headers.getValuesList(HttpHeader.X_FORWARDED_FOR));
    };
  }

  private static String only(List<String> values) {
    return values.size() == 1 ? address(values.getFirst()).orElse(EVERYONE) : EVERYONE;
  }

  private static String last(List<String> values) {
    return values.isEmpty()
        ? EVERYONE
        : address(Arrays.asList(values.getLast().split(",", -1)).getLast()).orElse(EVERYONE);
  }

  private static Optional<String> address(String text) {
    try {
      InetAddress address = InetAddress.ofLiteral(text.strip());
      return text.contains("%") ? Optional.empty() : Optional.of(key(address));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String key(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, PREFIX_BYTES)
        : address.getHostAddress();
  }
}
