package intandem.domain.workspace;

import intandem.domain.protocol.Lease;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.NewTask.Dependency;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The rules for tasks once more, after their description in docs/protocol.md 3.3, over plain
 * collections with full scans. It names every rule that is broken, not only the first.
 */
final class NaiveBoard {
  /** Nobody, or no claim. */
  static final String NONE = "-";

  private final NaivePeople people;
  private final Map<String, Item> items = new TreeMap<>();

  NaiveBoard(NaivePeople people) {
    this.people = people;
  }

  /** A task; a done one keeps its last holder. */
  private static final class Item {
    final String creator;
    final String made;
    List<String> waitsFor = new ArrayList<>();
    String state = "open";
    String keptFor = NONE;
    String holder = NONE;
    String lease = NONE;
    String times = NONE;

    Item(String creator, String made) {
      this.creator = creator;
      this.made = made;
    }

    boolean open() {
      return state.equals("open");
    }

    boolean done() {
      return state.equals("done");
    }

    boolean active() {
      return !open() && !done();
    }

    void free() {
      state = "open";
      keptFor = NONE;
      holder = NONE;
      lease = NONE;
      times = NONE;
    }
  }

  private Item item(String id) {
    return Optional.ofNullable(items.get(id)).orElseThrow();
  }

  List<String> ids() {
    return List.copyOf(items.keySet());
  }

  /** The claim that member must rely on. */
  String leaseOf(String member, String id) {
    return items.containsKey(id) && item(id).holder.equals(member) ? item(id).lease : NONE;
  }

  /** What that member holds, or finished. */
  List<String> heldBy(String member) {
    return ids().stream().filter(id -> item(id).holder.equals(member)).toList();
  }

  int unfinished() {
    return (int) items.values().stream().filter(item -> !item.done()).count();
  }

  private boolean waits(Item item) {
    return item.waitsFor.stream().anyMatch(id -> !item(id).done());
  }

  /** Each task in words, by id. */
  Map<String, String> shown() {
    Map<String, String> shown = new TreeMap<>();
    items.forEach(
        (id, item) ->
            shown.put(
                id,
                show(item.made, item.waitsFor)
                    + show(item.state, item.keptFor)
                    + show(item.holder, item.lease, item.times)));
    return shown;
  }

  static String show(Object... parts) {
    return List.of(parts) + " ";
  }

  /** The rules that a plan breaks. */
  Set<Rejection> broken(List<NewTask> plan) {
    Set<Rejection> broken = EnumSet.noneOf(Rejection.class);
    check(!plan.isEmpty() && plan.size() <= 50, Rejection.MALFORMED, broken);
    check(unfinished() + plan.size() <= 500, Rejection.BOARD_FULL, broken);
    Map<String, List<String>> graph = new TreeMap<>();
    for (int i = 0; i < plan.size(); i++) {
      List<String> names = plan.get(i).dependencies().stream().map(NaiveBoard::name).toList();
      checkKept(plan.get(i).reservation(), broken);
      checkDependencies(names, n -> items.containsKey(n) || isPosition(n, plan.size()), broken);
      graph.put("#" + (i + 1), names.stream().filter(name -> name.startsWith("#")).toList());
    }
    check(broken.contains(Rejection.UNKNOWN_TASK) || !circular(graph), Rejection.CYCLE, broken);
    return broken;
  }

  private static boolean isPosition(String name, int size) {
    return name.startsWith("#")
        && Integer.parseInt(name.substring(1)) >= 1
        && Integer.parseInt(name.substring(1)) <= size;
  }

  private static String name(Dependency dependency) {
    return switch (dependency) {
      case Dependency.OnTask(var task) -> task.value();
      case Dependency.OnPosition(int position) -> "#" + position;
    };
  }

  private void checkKept(Reservation reservation, Set<Rejection> broken) {
    if (reservation instanceof Reservation.For(var member)) {
      check(people.seated(member.value()), Rejection.UNKNOWN_MEMBER, broken);
    }
  }

  private static void checkDependencies(
      List<String> names, Predicate<String> known, Set<Rejection> broken) {
    check(names.size() <= 20, Rejection.MALFORMED, broken);
    check(new HashSet<>(names).size() == names.size(), Rejection.MALFORMED, broken);
    check(names.stream().allMatch(known), Rejection.UNKNOWN_TASK, broken);
  }

  /** Takes away what waits for nothing that is left, as long as there is such a thing. */
  static boolean circular(Map<String, List<String>> graph) {
    Map<String, List<String>> left = new TreeMap<>(graph);
    boolean smaller = true;
    while (smaller) {
      Set<String> names = Set.copyOf(left.keySet());
      smaller = left.values().removeIf(waits -> waits.stream().noneMatch(names::contains));
    }
    return !left.isEmpty();
  }

  private static void check(boolean fine, Rejection otherwise, Set<Rejection> broken) {
    if (!fine) {
      broken.add(otherwise);
    }
  }

  /** The rules that a change breaks. */
  Set<Rejection> broken(String author, String id, Lease lease, TaskChange change, Instant at) {
    if (!items.containsKey(id)) {
      return Set.of(Rejection.UNKNOWN_TASK);
    }
    String named = lease instanceof Lease.Held(var claim) ? claim.toString() : NONE;
    if (!named.equals(leaseOf(author, id))) {
      return Set.of(Rejection.LOST_LEASE);
    }
    Item item = item(id);
    Set<Rejection> broken = EnumSet.noneOf(Rejection.class);
    switch (change) {
      case TaskChange.Claim claim -> checkClaim(author, item, at, broken);
      case TaskChange.Unclaim unclaim -> checkHolder(author, item, broken);
      case TaskChange.Start start -> {
        checkHolder(author, item, broken);
        check(!item.state.equals("in progress"), Rejection.NO_CHANGE, broken);
        check(!waits(item), Rejection.BLOCKED, broken);
      }
      case TaskChange.Finish finish -> {
        checkHolder(author, item, broken);
        check(!waits(item), Rejection.BLOCKED, broken);
      }
      case TaskChange.Reopen reopen -> checkReopening(author, item, broken);
      case TaskChange.Describe describe ->
          check(touches(author, item), Rejection.NOT_YOURS, broken);
      case TaskChange.Depend(var tasks) -> {
        checkDepender(author, item, broken);
        checkNewDependencies(id, tasks.stream().map(task -> task.value()).toList(), broken);
      }
      case TaskChange.Reserve(var reservation) -> {
        check(item.open(), Rejection.WRONG_STATE, broken);
        check(item.creator.equals(author), Rejection.NOT_YOURS, broken);
        checkKept(reservation, broken);
      }
    }
    return broken;
  }

  private void checkReopening(String author, Item item, Set<Rejection> broken) {
    check(item.done(), Rejection.WRONG_STATE, broken);
    check(item.holder.equals(author), Rejection.NOT_YOURS, broken);
    check(unfinished() < 500, Rejection.BOARD_FULL, broken);
  }

  private static void checkDepender(String author, Item item, Set<Rejection> broken) {
    check(!item.done(), Rejection.WRONG_STATE, broken);
    check(!item.active() || item.holder.equals(author), Rejection.HELD, broken);
    check(touches(author, item), Rejection.NOT_YOURS, broken);
  }

  private static boolean touches(String author, Item item) {
    return item.creator.equals(author) || item.holder.equals(author);
  }

  private void checkClaim(String author, Item item, Instant at, Set<Rejection> broken) {
    boolean mine = item.active() && item.holder.equals(author);
    boolean others = item.active() && !mine;
    boolean kept = !item.keptFor.equals(NONE) && !item.keptFor.equals(author);
    check(!item.done(), Rejection.WRONG_STATE, broken);
    check(!mine, Rejection.NO_CHANGE, broken);
    check(!others || people.lapsed(item.holder, at), Rejection.HELD, broken);
    check(!kept || people.lapsed(item.keptFor, at), Rejection.RESERVED, broken);
    check(!waits(item), Rejection.BLOCKED, broken);
  }

  private static void checkHolder(String author, Item item, Set<Rejection> broken) {
    check(item.active(), Rejection.WRONG_STATE, broken);
    check(item.holder.equals(author), Rejection.NOT_YOURS, broken);
  }

  private void checkNewDependencies(String id, List<String> names, Set<Rejection> broken) {
    checkDependencies(names, items::containsKey, broken);
    Map<String, List<String>> graph = new TreeMap<>();
    items.forEach((other, item) -> graph.put(other, item.waitsFor));
    graph.put(id, names);
    check(!circular(graph), Rejection.CYCLE, broken);
  }

  /** Adds a plan that breaks no rule; {@code hashes} are the long ids of its tasks. */
  void add(String author, List<NewTask> plan, List<String> hashes, String made) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      int digits = 6;
      while (items.containsKey("T-" + hashes.get(i).substring(0, digits))) {
        digits++;
      }
      ids.add("T-" + hashes.get(i).substring(0, digits));
      items.put(ids.get(i), new Item(author, made + " " + (i + 1)));
    }
    for (int i = 0; i < plan.size(); i++) {
      for (Dependency dependency : plan.get(i).dependencies()) {
        String name = name(dependency);
        item(ids.get(i))
            .waitsFor
            .add(name.startsWith("#") ? ids.get(Integer.parseInt(name.substring(1)) - 1) : name);
      }
      keep(item(ids.get(i)), plan.get(i).reservation());
    }
  }

  private static void keep(Item item, Reservation reservation) {
    item.keptFor = reservation instanceof Reservation.For(var member) ? member.value() : NONE;
  }

  /** Makes a change that breaks no rule. */
  void change(String author, String id, TaskChange change, String entry, Instant at) {
    Item item = item(id);
    switch (change) {
      case TaskChange.Claim claim -> {
        item.state = "claimed";
        item.keptFor = NONE;
        item.holder = author;
        item.lease = entry;
        item.times = at.toString();
      }
      case TaskChange.Unclaim unclaim -> item.free();
      case TaskChange.Start start -> item.state = "in progress";
      case TaskChange.Finish finish -> {
        item.state = "done";
        item.times += " " + at;
      }
      case TaskChange.Reopen reopen -> item.free();
      case TaskChange.Describe describe -> {}
      case TaskChange.Depend(var tasks) ->
          item.waitsFor = new ArrayList<>(tasks.stream().map(task -> task.value()).toList());
      case TaskChange.Reserve(var reservation) -> keep(item, reservation);
    }
  }

  /** Frees what that member held and what was kept for it. */
  void gone(String member) {
    for (Item item : items.values()) {
      boolean held = item.active() && item.holder.equals(member);
      if (held || item.keptFor.equals(member)) {
        item.free();
      }
    }
  }
}
