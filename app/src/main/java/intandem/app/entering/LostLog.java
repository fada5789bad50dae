package intandem.app.entering;

import intandem.domain.id.Endpoint;
import intandem.domain.port.EntryLog;
import intandem.domain.port.StorageException;
import intandem.domain.tandem.Refusal;
import intandem.domain.tandem.Refusal.Source;
import intandem.home.Home;
import intandem.home.KnownHubs;
import intandem.home.Membership;
import intandem.home.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A member whose log is not on its disk any more, and from where it comes back. */
record LostLog(Home home, Sessions sessions) {

  /** Whether there is no file for a log that this member had. */
  boolean missing(Membership membership) {
    Path file = home.database(membership);
    try {
      return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
    } catch (IOException e) {
      throw new StorageException(file + " cannot be read.", e);
    }
  }

  /** Where to look for the hub: where the human says; without a log also where it was last. */
  List<Endpoint> places(Membership membership, EntryLog log, List<Endpoint> hints) {
    List<Endpoint> last = log.head().index() == 0 ? places(membership) : List.of();
    return Stream.concat(hints.stream(), last.stream()).distinct().toList();
  }

  /** The file of the log is gone, or empty. */
  Refusal gone(Membership membership) {
    return new Refusal.LogLost(home.database(membership).toString(), "", source(membership));
  }

  /** The log is damaged: it is moved out of the way. */
  Refusal damaged(Membership membership) {
    Path file = home.database(membership);
    String aside = SetAside.move(file).getFileName().toString();
    return new Refusal.LogLost(file.toString(), aside, source(membership));
  }

  /** No hub answered from which the log could come. */
  Refusal notFound(Membership membership, List<Endpoint> hints) {
    List<Endpoint> tried =
        Stream.of(sessions.of(membership.workspace()), hints, places(membership))
            .flatMap(List::stream)
            .distinct()
            .toList();
    return new Refusal.LogNotFound(
        source(membership), tried.stream().map(Endpoint::toString).toList());
  }

  private List<Endpoint> places(Membership membership) {
    return home.hubs(membership).read().places();
  }

  private Source source(Membership membership) {
    KnownHubs.Known known = home.hubs(membership).read();
    if (known.led()) {
      return Source.OTHERS;
    }
    boolean hubHere = !sessions.of(membership.workspace()).isEmpty();
    return hubHere || !known.places().isEmpty() ? Source.HUB : Source.UNKNOWN;
  }
}
