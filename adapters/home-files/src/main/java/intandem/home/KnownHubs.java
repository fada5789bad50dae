package intandem.home;

import intandem.domain.id.Endpoint;
import intandem.domain.port.StorageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a member's hub was last, kept apart from its log, which may be lost: {@code
 * data/<workspace>/<member>.hubs}. It is a hint and proves nothing.
 */
public final class KnownHubs {
  private static final System.Logger LOG = System.getLogger(KnownHubs.class.getName());
  private static final int LIMIT = 16 * 1024;
  private static final int VERSION = 1;

  private final Path file;
  private final PrivateFiles files;

  KnownHubs(Path file, PrivateFiles files) {
    this.file = file;
    this.files = files;
  }

  /**
   * What is known.
   *
   * @param led whether the member itself was the hub
   * @param places where the hub is, and whoever may lead next; the likeliest first
   */
  public record Known(boolean led, List<Endpoint> places) {
    public Known {
      places = List.copyOf(places);
    }
  }

  private record Content(int version, boolean led, List<String> places) {}

  /** What was written last; nothing if that is missing or cannot be read. */
  public Known read() {
    try {
      return files
          .read(file, LIMIT)
          .flatMap(json -> Json.read(json, Content.class))
          .filter(content -> content.version() == VERSION)
          .map(content -> new Known(content.led(), parse(content.places())))
          .orElse(new Known(false, List.of()));
    } catch (StorageException e) {
      LOG.log(System.Logger.Level.DEBUG, "where a hub was is not known", e);
      return new Known(false, List.of());
    }
  }

  private static List<Endpoint> parse(List<String> places) {
    return places.stream().map(Endpoint::parse).flatMap(Optional::stream).toList();
  }

  /** Writes that down, in place of what was written before. */
  public void write(Known known) {
    List<String> places = known.places().stream().map(Endpoint::toString).toList();
    files.replace(file, Json.write(new Content(VERSION, known.led(), places)));
  }
}
