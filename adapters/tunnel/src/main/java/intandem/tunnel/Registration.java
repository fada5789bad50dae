package intandem.tunnel;

import intandem.domain.id.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks a localtunnel server for a tunnel. */
final class Registration {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int MOST_BYTES = 16 * 1024;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{2,61}[a-z0-9]");

  private Registration() {}

  /**
   * Asks for the name of before, else for any.
   *
   * @throws IOException if the server cannot be reached, or answers with something else
   */
  static Grant ask(URI server, Optional<Endpoint> before) throws IOException {
    String wish =
        before
            .map(address -> address.host().split("\\.", 2)[0])
            .filter(name -> NAME.matcher(name).matches())
            .orElse("?new");
    HttpURLConnection request =
        (HttpURLConnection) URI.create(server + "/" + wish).toURL().openConnection();
    request.setConnectTimeout((int) PATIENCE.toMillis());
    request.setReadTimeout((int) PATIENCE.toMillis());
    request.setInstanceFollowRedirects(false);
    request.setRequestProperty("User-Agent", "intandem");
    request.setRequestProperty("bypass-tunnel-reminder", "1");
    try {
      return read(request);
    } finally {
      request.disconnect();
    }
  }

  private static Grant read(HttpURLConnection request) throws IOException {
    int status = request.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException("the server answered with status " + status);
    }
    try (InputStream body = request.getInputStream()) {
      String json = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      return Grant.read(json)
          .orElseThrow(() -> new IOException("the server answered, but granted no tunnel"));
    }
  }
}
