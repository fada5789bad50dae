package intandem.domain.workspace;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who takes part and who is there, for {@link NaiveBoard}. */
final class NaivePeople {
  private static final Duration LONG_AWAY = Duration.ofMinutes(5);

  private final Map<String, Person> people = new TreeMap<>();
  private String owner;

  private static final class Person {
    boolean member = true;
    boolean seated = true;
    boolean online;
    Instant since;

    Person(Instant since) {
      this.since = since;
    }

    void online(boolean changed, Instant at) {
      online = changed;
      since = at;
    }
  }

  NaivePeople(MemberId owner) {
    this.owner = owner.value();
  }

  void joined(MemberId id, Instant at) {
    people.put(id.value(), new Person(at));
  }

  private Person person(String id) {
    return Optional.ofNullable(people.get(id)).orElseThrow();
  }

  boolean seated(String id) {
    return people.containsKey(id) && person(id).seated;
  }

  /** Whether that member keeps nothing any more. */
  boolean lapsed(String id, Instant at) {
    return !person(id).online && !person(id).since.plus(LONG_AWAY).isAfter(at);
  }

  /** Who and where everybody is, in words. */
  Map<String, String> shown() {
    Map<String, String> shown = new TreeMap<>();
    people.forEach(
        (id, p) ->
            shown.put(id, show(p.member, p.seated, p.online) + (p.member ? " " + p.since : "")));
    return shown;
  }

  static String show(boolean member, boolean seated, boolean online) {
    return !member ? "removed" : !seated ? "left" : online ? "online" : "away";
  }

  /** What forbids any act at all to that member. */
  Set<Rejection> forbids(String author, Act act) {
    if (!person(author).member) {
      return Set.of(Rejection.NOT_A_MEMBER);
    }
    boolean mayAct = seated(author) || act instanceof Act.Rejoin;
    return mayAct ? Set.of() : Set.of(Rejection.LEFT);
  }

  Set<Rejection> brokenByLeaving(String author) {
    return author.equals(owner) ? Set.of(Rejection.OWNER_STAYS) : Set.of();
  }

  Set<Rejection> brokenByRejoining(String author) {
    return seated(author) ? Set.of(Rejection.NO_CHANGE) : Set.of();
  }

  Set<Rejection> brokenByRemoval(String author, MemberId gone) {
    if (!author.equals(owner)) {
      return Set.of(Rejection.NOT_OWNER);
    }
    boolean possible = person(gone.value()).member && !gone.value().equals(owner);
    return possible ? Set.of() : Set.of(Rejection.UNKNOWN_MEMBER);
  }

  Set<Rejection> brokenByNote(MemberId noted, boolean online) {
    if (!seated(noted.value())) {
      return Set.of(Rejection.UNKNOWN_MEMBER);
    }
    return person(noted.value()).online == online ? Set.of(Rejection.NO_CHANGE) : Set.of();
  }

  void note(String id, boolean online, Instant at) {
    person(id).online(online, at);
  }

  void leave(String id, Instant at) {
    person(id).seated = false;
    person(id).online(false, at);
  }

  void rejoin(String id, Instant at) {
    person(id).seated = true;
    person(id).online(true, at);
  }

  void remove(String id) {
    person(id).member = false;
    person(id).seated = false;
  }

  /** In a new term everybody is away until a note says otherwise. */
  void reign(String next, Instant at) {
    owner = next;
    people.values().stream().filter(p -> p.online).forEach(p -> p.online(false, at));
  }
}
