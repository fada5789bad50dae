package intandem.websocket;

import java.util.OptionalInt;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;

/**
 * Lets in what our own client sends, and no browser: a web page cannot help but send {@code Origin}
 * or {@code Sec-Fetch-*}, and under a rebound name a foreign {@code Host}. Refusals have no body.
 */
final class Doorkeeper extends Handler.Abstract {
  private final ListenerRules rules;
  private final WebSocketMappings upgrades;
  private final WebSocketNegotiator negotiator;

  Doorkeeper(ListenerRules rules, WebSocketMappings upgrades, WebSocketNegotiator negotiator) {
    this.rules = rules;
    this.upgrades = upgrades;
    this.negotiator = negotiator;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    OptionalInt refusal = refusal(request);
    if (refusal.isPresent()
        || !upgrades.upgrade(negotiator, request, response, callback, defaults -> {})) {
      refuse(response, refusal.orElse(HttpStatus.UPGRADE_REQUIRED_426));
      callback.succeeded();
    }
    return true;
  }

  private OptionalInt refusal(Request request) {
    HttpFields headers = request.getHeaders();
    if (!request.getHttpURI().getPathQuery().equals(Limits.PATH)) {
      return OptionalInt.of(HttpStatus.NOT_FOUND_404);
    }
    if (!rules.admits(headers.getValuesList(HttpHeader.HOST))
        || headers.stream().anyMatch(Doorkeeper::fromBrowser)) {
      return OptionalInt.of(HttpStatus.FORBIDDEN_403);
    }
    boolean other = headers.contains(HttpHeader.UPGRADE) && !offersOurs(headers);
    return other ? OptionalInt.of(HttpStatus.BAD_REQUEST_400) : OptionalInt.empty();
  }

  private static boolean offersOurs(HttpFields headers) {
    return headers.getCSV(HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL, false).contains(Limits.SUBPROTOCOL);
  }

  private static boolean fromBrowser(HttpField field) {
    String name = field.getLowerCaseName();
    return name.equals("origin") || name.equals("cookie") || name.startsWith("sec-fetch-");
  }

  private static void refuse(Response response, int status) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    if (status == HttpStatus.UPGRADE_REQUIRED_426) {
      response.getHeaders().put(HttpHeader.UPGRADE, "websocket");
      response.getHeaders().put(HttpHeader.SEC_WEBSOCKET_VERSION, "13");
    }
  }
}
