package intandem.websocket;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The links of one listener, or of all dialling: the open, and the untaken frames of others. */
final class Links {
  private static final System.Logger LOG = System.getLogger(Links.class.getName());
  private static final long GRACE_MILLIS = 50;

  private final Set<WebSocketLink> links = ConcurrentHashMap.newKeySet();

  void add(WebSocketLink link) {
    links.add(link);
  }

  void remove(WebSocketLink link) {
    links.remove(link);
  }

  /** How many are down, but brought a frame that was not taken yet. */
  int down() {
    return (int) links.stream().filter(link -> link.gone().isDone()).count();
  }

  /** Closes all of them and waits a moment for the other sides to agree. */
  void close() {
    List<WebSocketLink> all = List.copyOf(links);
    all.forEach(WebSocketLink::close);
    try {
      CompletableFuture.allOf(
              all.stream().map(WebSocketLink::gone).toArray(CompletableFuture<?>[]::new))
          .get(GRACE_MILLIS, MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "links did not close in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
