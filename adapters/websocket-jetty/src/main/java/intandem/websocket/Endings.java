package intandem.websocket;

import intandem.domain.port.Link.Ending;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.exception.UpgradeException;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;

/** Reads a link's ending from what Jetty reports. */
final class Endings {
  private Endings() {}

  /** Of a link that was up; close codes are those of RFC 6455 section 7.4. */
  static Ending of(CloseStatus status) {
    return switch (status.getCode()) {
      case CloseStatus.NORMAL, CloseStatus.SHUTDOWN, CloseStatus.NO_CODE -> Ending.CLOSED;
      case CloseStatus.MESSAGE_TOO_LARGE -> Ending.TOO_LARGE;
      default -> Ending.BROKEN;
    };
  }

  /** Of a link that never came up. */
  static Ending of(Throwable failure) {
    return deepest(failure).orElse(Ending.UNREACHABLE);
  }

  /** The same, where a proxy was called in its place: only that can be missing then. */
  static Ending byProxy(Throwable failure) {
    Ending ending = of(failure);
    return switch (ending) {
      case REFUSED, UNKNOWN_HOST -> Ending.NO_PROXY;
      default -> ending;
    };
  }

  /**
   * TLS wraps a bad certificate in the same exception as a bad record: the cause decides. A channel
   * that this side has closed while it still sent is one over which something else than TLS came.
   */
  private static Optional<Ending> deepest(Throwable failure) {
    return Optional.ofNullable(failure.getCause())
        .filter(_ -> !(failure instanceof Certificates.Unreadable))
        .flatMap(Endings::deepest)
        .or(() -> known(failure));
  }

  private static Optional<Ending> known(Throwable failure) {
    return switch (failure) {
      case UnknownHostException e -> Optional.of(Ending.UNKNOWN_HOST);
      case ConnectException e -> Optional.of(Ending.REFUSED);
      case Certificates.Unreadable e -> Optional.of(Ending.NO_CERTIFICATES);
      case SSLPeerUnverifiedException e -> Optional.of(Ending.UNTRUSTED);
      case CertificateException e -> Optional.of(Ending.UNTRUSTED);
      case SSLException e -> Optional.of(Ending.NOT_A_HUB);
      case ClosedChannelException e -> Optional.of(Ending.NOT_A_HUB);
      case HttpResponseException e when isConnect(e) -> Optional.of(Ending.PROXY_REFUSED);
      case HttpResponseException e -> Optional.of(of(e.getResponse().getStatus()));
      case HttpException e -> Optional.of(Ending.NOT_A_HUB);
      case UpgradeException e when e.getResponseStatusCode() > 0 ->
          Optional.of(of(e.getResponseStatusCode()));
      case UpgradeException e -> Optional.empty();
      case WebSocketException e -> Optional.of(Ending.NOT_A_HUB);
      default -> Optional.empty();
    };
  }

  private static boolean isConnect(HttpResponseException e) {
    return HttpMethod.CONNECT.is(e.getResponse().getRequest().getMethod());
  }

  /** Tunnels answer 404 or 5xx for a hub that is gone; 52x and 530 are Cloudflare's own. */
  private static Ending of(int status) {
    return switch (status) {
      case 404, 502, 503, 504, 520, 521, 522, 523, 524, 530 -> Ending.NOBODY_BEHIND;
      case 511 -> Ending.WEB_PAGE;
      default -> status >= 200 && status < 400 ? Ending.WEB_PAGE : Ending.NOT_A_HUB;
    };
  }
}
