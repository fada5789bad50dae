package intandem.websocket;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The open links of one listener, or of all dialling. */
final class Links {
  private static final System.Logger LOG = System.getLogger(Links.class.getName());
  private static final long GRACE_MILLIS = 50;

  private final Set<WebSocketLink> open = ConcurrentHashMap.newKeySet();

  void add(WebSocketLink link) {
    open.add(link);
  }

  void remove(WebSocketLink link) {
    open.remove(link);
  }

  /** Closes all of them and waits a moment for the other sides to agree. */
  void close() {
    List<WebSocketLink> links = List.copyOf(open);
    links.forEach(WebSocketLink::close);
    try {
      CompletableFuture.allOf(
              links.stream().map(WebSocketLink::gone).toArray(CompletableFuture<?>[]::new))
          .get(GRACE_MILLIS, MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "links did not close in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
