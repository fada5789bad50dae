package intandem.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.EntryId;
import intandem.domain.id.Hash;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Header.Command;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.workspace.Task.Hold;
import intandem.domain.workspace.Task.State;
import intandem.domain.workspace.World.Attempt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** One seed's workspace and its model, which must agree whenever something happened. */
final class BoardRun {
  private final World world = new World("ana", "bo", "cy", "di");
  private final NaiveWorkspace model = new NaiveWorkspace(World.id("owner"));
  private final Map<String, Integer> sent = new TreeMap<>();
  private final Map<String, Integer> outcomes;
  private final BoardMoves moves;
  private String where;

  /** Outcomes are counted in that map: what was accepted, and why what was not. */
  BoardRun(long seed, Map<String, Integer> outcomes) {
    where = "seed " + seed;
    this.outcomes = outcomes;
    workspace().roster().members().forEach(m -> model.people.joined(m.id(), m.since()));
    moves = new BoardMoves(new Random(seed), world, model.board, seed % 60 == 0);
  }

  private Workspace workspace() {
    return world.workspace();
  }

  /** Makes so many steps. */
  void steps(int count) {
    String run = where;
    for (int step = 1; step <= count; step++) {
      world.after(moves.pause());
      if (moves.note()) {
        where = run + ", step " + step + ", a note";
        note(moves.member(), moves.online());
      } else {
        String author = moves.member();
        Attempt attempt = attempt(author);
        where = run + ", step " + step + ", " + author + ": " + attempt.command().act();
        submit(attempt);
      }
    }
  }

  /** The n-th command of each member has the same id, so that ids of tasks are often taken. */
  private Attempt attempt(String author) {
    int number = sent.merge(author, 1, Integer::sum);
    EntryId id =
        new EntryId(Hash.of(Lv.of("command").add(number).bytes()).value().slice(0, EntryId.SIZE));
    return world
        .attempt(author, moves.act(author))
        .from(o -> new Origin(o.from(), id, o.seq(), o.previous(), o.seen(), o.ts()));
  }

  private void note(String name, boolean online) {
    MemberId id = World.id(name);
    Stamp stamp = world.next(workspace().reign().term());
    Set<Rejection> broken = model.people.brokenByNote(id, online);
    check(broken, workspace().decide(id, online, stamp));
    if (broken.isEmpty()) {
      world.notes(name, online);
      model.people.note(id.value(), online, stamp.place().at());
      checkState();
    }
  }

  private void submit(Attempt attempt) {
    Command command = attempt.command();
    Instant at = attempt.stamp().place().at();
    Set<Rejection> broken = model.broken(command, at);
    Decision decision = workspace().decide(command, attempt.stamp());
    check(broken, decision);
    if (attempt.stamp().place().index() % 8 == 0) {
      assertEquals(decision, workspace().decide(command, attempt.stamp()), where);
    }
    if (broken.isEmpty()) {
      switch (command.act()) {
        case Act.ChangeTask change -> checkChange(change);
        case Act act -> count(act.getClass().getSimpleName());
      }
      model.apply(command, at);
      world.accept(attempt);
      checkState();
    }
  }

  private void check(Set<Rejection> broken, Decision decision) {
    switch (decision) {
      case Decision.Accepted accepted -> assertEquals(Set.of(), broken, where);
      case Decision.Rejected(Rejection reason) -> {
        assertTrue(broken.contains(reason), () -> where + ": " + reason + " but " + broken);
        count(reason.name());
      }
    }
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  private void checkChange(Act.ChangeTask act) {
    Board board = workspace().board();
    Task task = board.find(act.task()).orElseThrow();
    if (act.change() instanceof TaskChange.Claim) {
      assertTrue(
          task.dependencies().stream().allMatch(id -> board.find(id).orElseThrow().done()), where);
    }
    boolean takeover = task.active() && act.change() instanceof TaskChange.Claim;
    count(takeover ? "Takeover" : act.change().getClass().getSimpleName());
  }

  /** What holds for every board, whatever led to it, and that it is the model's. */
  private void checkState() {
    Board board = workspace().board();
    assertEquals(model.shown(), shown(), where);
    Map<String, List<String>> graph = new TreeMap<>();
    board.tasks().forEach((id, task) -> graph.put(id.value(), dependencies(task)));
    board.tasks().forEach((id, task) -> assertTrue(!task.active() || heldByMember(task), where));
    assertFalse(NaiveBoard.circular(graph), where);
    assertEquals(model.board.unfinished(), board.unfinished(), where);
    assertTrue(board.unfinished() <= 500, where);
  }

  private boolean heldByMember(Task task) {
    return workspace().roster().seated().filter(member -> task.heldBy(member.id())).count() == 1;
  }

  private static List<String> dependencies(Task task) {
    return task.dependencies().stream().map(TaskId::value).toList();
  }

  private List<Map<String, ?>> shown() {
    Map<String, String> people = new TreeMap<>();
    workspace().roster().members().forEach(m -> people.put(m.id().value(), show(m)));
    Map<String, String> tasks = new TreeMap<>();
    workspace().board().tasks().forEach((id, task) -> tasks.put(id.value(), show(task)));
    Map<String, Long> variables = new TreeMap<>();
    workspace().variables().versions().forEach((key, version) -> variables.put(key.hex(), version));
    return List.of(people, tasks, variables);
  }

  private static String show(Member member) {
    String there = NaivePeople.show(member.active(), member.seated(), member.online());
    return member.active() ? there + " " + member.since() : there;
  }

  private static String show(Task task) {
    Task.Origin from = task.origin();
    String made = from.creator().value() + " " + from.entry() + " " + from.at();
    return NaiveBoard.show(made + " " + from.position(), dependencies(task)) + show(task.state());
  }

  private static String show(State state) {
    return switch (state) {
      case State.Open(Reservation.For(MemberId member)) -> open(member.value());
      case State.Open(Reservation.Anyone anyone) -> open(NaiveBoard.NONE);
      case State.Claimed(Hold hold) -> held("claimed", hold, "");
      case State.InProgress(Hold hold) -> held("in progress", hold, "");
      case State.Done(Hold hold, Instant at) -> held("done", hold, " " + at);
    };
  }

  private static String open(String keptFor) {
    String nobody = NaiveBoard.NONE;
    return NaiveBoard.show("open", keptFor) + NaiveBoard.show(nobody, nobody, nobody);
  }

  private static String held(String word, Hold hold, String later) {
    return NaiveBoard.show(word, NaiveBoard.NONE)
        + NaiveBoard.show(hold.holder().value(), hold.claim(), hold.since() + later);
  }
}
