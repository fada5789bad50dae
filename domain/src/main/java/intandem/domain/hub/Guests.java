package intandem.domain.hub;

import intandem.domain.id.MemberId;
import intandem.domain.port.Entrance;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All links of a hub, oldest first. */
final class Guests {
  private static final int STRANGERS = 8;
  private static final Duration LOGIN = Duration.ofSeconds(10);
  private static final Duration JOIN = Duration.ofSeconds(40);

  private final Map<Long, Guest> guests = new LinkedHashMap<>();

  void add(Guest guest) {
    guests.put(guest.link, guest);
  }

  Optional<Guest> find(long link) {
    return Optional.ofNullable(guests.get(link));
  }

  Optional<Guest> find(MemberId member) {
    return guests.values().stream().filter(guest -> guest.is(member)).findFirst();
  }

  void remove(long link) {
    guests.remove(link);
  }

  Collection<Guest> all() {
    return List.copyOf(guests.values());
  }

  /** Those whose membership has ended, and who have been shown that. */
  List<Guest> expelled(Workspace workspace) {
    return all().stream()
        .filter(guest -> guest.member().isPresent() && !guest.active(workspace))
        .filter(guest -> !guest.lacks(workspace) && guest.owing().isEmpty())
        .toList();
  }

  /** Strangers that crowd out newer ones, or took too long to say who they are. */
  List<Guest> unwelcome(Instant now) {
    return Arrays.stream(Entrance.values())
        .flatMap(entrance -> unwelcome(entrance, now).stream())
        .toList();
  }

  private List<Guest> unwelcome(Entrance entrance, Instant now) {
    List<Guest> strangers =
        all().stream().filter(g -> g.entrance == entrance && g.member().isEmpty()).toList();
    int surplus = Math.max(0, strangers.size() - STRANGERS);
    List<Guest> unwelcome = new ArrayList<>(strangers.subList(0, surplus));
    strangers.subList(surplus, strangers.size()).stream()
        .filter(guest -> !deadline(guest).isAfter(now))
        .forEach(unwelcome::add);
    return unwelcome;
  }

  static Instant deadline(Guest stranger) {
    return stranger.opened().plus(stranger.joining() ? JOIN : LOGIN);
  }
}
