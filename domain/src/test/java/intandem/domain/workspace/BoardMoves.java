package intandem.domain.workspace;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.Lease;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.NewTask.Dependency;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What members may think of doing next, sensible or not. */
final class BoardMoves {
  static final List<String> MEMBERS = List.of("owner", "ana", "bo", "cy", "di");
  private static final TaskId NOWHERE = new TaskId("T-000000");
  private static final List<Long> PAUSES =
      List.of(0L, 1L, 1_000L, 1_000L, 1_000L, 60_000L, 150_000L, 299_999L, 300_000L);

  private final Random random;
  private final World world;
  private final NaiveBoard board;
  private final boolean crowded;

  /** Moves on that board, which gets full if it is to be crowded. */
  BoardMoves(Random random, World world, NaiveBoard board, boolean crowded) {
    this.random = random;
    this.world = world;
    this.board = board;
    this.crowded = crowded;
  }

  private int dice(int sides) {
    return random.nextInt(sides);
  }

  private boolean once(int in) {
    return dice(in) == 0;
  }

  private <T> T one(List<T> of) {
    return of.get(dice(of.size()));
  }

  private <T> List<T> upTo(int most, Supplier<T> each) {
    return Stream.generate(each).limit(dice(most + 1)).toList();
  }

  boolean note() {
    return once(12);
  }

  boolean online() {
    return once(2);
  }

  String member() {
    return one(MEMBERS);
  }

  /** Mostly a second; sometimes just so long that a claim lapses, or not quite. */
  Duration pause() {
    return Duration.ofMillis(one(PAUSES));
  }

  /** What that member does. */
  Act act(String author) {
    int dice = dice(100);
    if (dice < 72) {
      TaskId task = task(author);
      return new Act.ChangeTask(task, lease(author, task), change());
    }
    if (dice < 86) {
      return new Act.AddTasks(plan());
    }
    if (dice < 90) {
      return new Act.SetVariable(World.key("name " + dice(3)).slice(0, 16), expected());
    }
    return dice < 99 ? seat() : once(4) ? world.remove(member()) : world.startTerm(author);
  }

  private Act seat() {
    return once(6) ? new Act.Leave() : new Act.Rejoin();
  }

  private Expected expected() {
    return once(3) ? new Expected.Any() : new Expected.Version(dice(5));
  }

  private TaskChange change() {
    int dice = dice(100);
    if (dice < 40) {
      return new TaskChange.Claim();
    }
    if (dice < 50) {
      return new TaskChange.Start();
    }
    if (dice < 65) {
      return new TaskChange.Finish();
    }
    if (dice < 80) {
      return new TaskChange.Depend(upTo(once(20) ? 30 : 2, this::task));
    }
    return one(
        List.of(
            new TaskChange.Unclaim(),
            new TaskChange.Reopen(),
            new TaskChange.Describe(),
            new TaskChange.Reserve(reservation())));
  }

  private Reservation reservation() {
    return once(2)
        ? new Reservation.Anyone()
        : new Reservation.For(World.id(once(9) ? "mallory" : member()));
  }

  private TaskId task() {
    List<String> ids = board.ids();
    if (ids.isEmpty() || once(40)) {
      return NOWHERE;
    }
    return new TaskId(one(once(3) ? ids : ids.subList(0, Math.min(9, ids.size()))));
  }

  /** Often one that the member has to do with already. */
  private TaskId task(String author) {
    List<String> own = board.heldBy(World.id(author).value());
    return own.isEmpty() || once(2) ? task() : new TaskId(one(own));
  }

  /** Nearly always the right one. */
  private Lease lease(String author, TaskId task) {
    String holder = World.id(once(15) ? member() : author).value();
    String claim = board.leaseOf(holder, task.value());
    return claim.equals(NaiveBoard.NONE)
        ? new Lease.None()
        : new Lease.Held(new EntryId(Bytes.of(HexFormat.of().parseHex(claim))));
  }

  private List<NewTask> plan() {
    int size = size();
    return Stream.generate(() -> new NewTask(kept(), dependencies(size))).limit(size).toList();
  }

  private int size() {
    int room = 500 - board.unfinished();
    if (once(40)) {
      return 51 * dice(2);
    }
    return !crowded ? 1 + dice(4) : room < 50 ? room + dice(2) : 30 + dice(21);
  }

  private Reservation kept() {
    return once(crowded ? 500 : 4) ? reservation() : new Reservation.Anyone();
  }

  private List<Dependency> dependencies(int size) {
    return once(crowded ? 50 : 2) ? upTo(once(20) ? 25 : 2, () -> dependency(size)) : List.of();
  }

  private Dependency dependency(int size) {
    return once(2) && !crowded
        ? new Dependency.OnPosition(dice(size + (once(5) ? 2 : 1)))
        : new Dependency.OnTask(task());
  }
}
