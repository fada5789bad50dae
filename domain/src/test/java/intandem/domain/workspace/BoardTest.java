package intandem.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.EntryId;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.Rejection;
import intandem.domain.workspace.Task.Hold;
import intandem.domain.workspace.Task.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How tasks get their ids and are found again. */
class BoardTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final MemberId ANA = World.id("ana");

  private static EntryId entry(long number) {
    return new EntryId(Hash.of(Lv.of("entry").add(number).bytes()).value().slice(0, EntryId.SIZE));
  }

  private static Origin origin(MemberId author, EntryId entry) {
    return new Origin(author, entry, 1, Hash.ZERO, Head.START, NOW);
  }

  private static Board plan(Board board, MemberId author, EntryId entry, int size) {
    List<NewTask> tasks = Stream.generate(() -> BoardWorld.task()).limit(size).toList();
    return Planning.apply(board, new Act.AddTasks(tasks), origin(author, entry), NOW);
  }

  private static Task made(Board board, MemberId author, EntryId entry, int position) {
    return board.made(author, entry, position).orElseThrow();
  }

  private static Board finished(Board board, Task task) {
    return board.with(task.as(new State.Done(new Hold(ANA, entry(0), NOW), NOW)));
  }

  /** Commands of which the first tasks' ids begin with the same six digits. */
  private static List<EntryId> alike(int count) {
    Map<TaskId, List<EntryId>> seen = new HashMap<>();
    for (long number = 0; ; number++) {
      EntryId entry = entry(number);
      TaskId prefix = TaskId.whole(entry, 1).first(TaskId.LEAST_DIGITS);
      List<EntryId> sharing = seen.computeIfAbsent(prefix, none -> new ArrayList<>());
      sharing.add(entry);
      if (sharing.size() == count) {
        return sharing;
      }
    }
  }

  @Test
  void of_100_000_tasks_none_has_the_id_of_another_and_a_few_have_longer_ones() {
    Board board = Board.EMPTY;
    for (int number = 0; number < 2_000; number++) {
      board = plan(board, ANA, entry(number), 50);
      for (int position = 1; position <= 50; position++) {
        board = finished(board, made(board, ANA, entry(number), position));
      }
    }
    Map<Integer, Integer> byLength = new HashMap<>();
    board.tasks().forEach((id, task) -> byLength.merge(id.digits(), 1, Integer::sum));
    assertEquals(100_000, byLength.values().stream().mapToInt(Integer::intValue).sum());
    int longer = 100_000 - byLength.getOrDefault(TaskId.LEAST_DIGITS, 0);
    assertTrue(longer > 200 && longer < 400, byLength::toString);
    assertEquals(0, board.unfinished());
  }

  @Test
  void ids_that_begin_alike_get_as_many_digits_as_tell_them_apart() {
    List<EntryId> entries = alike(3);
    Board board = Board.EMPTY;
    for (EntryId entry : entries) {
      board = plan(board, ANA, entry, 1);
    }
    Board full = board;
    List<TaskId> ids = entries.stream().map(entry -> made(full, ANA, entry, 1).id()).toList();
    assertEquals(TaskId.whole(entries.get(0), 1).first(6), ids.get(0));
    assertEquals(TaskId.whole(entries.get(1), 1).first(7), ids.get(1));
    assertEquals(TaskId.whole(entries.get(2), 1).first(7), ids.get(2));
    assertEquals(3, ids.stream().distinct().count());
  }

  @Test
  void the_same_command_id_of_other_members_gets_a_digit_more_for_each() {
    List<MemberId> authors = IntStream.range(0, 10).mapToObj(i -> World.id("m" + i)).toList();
    Board board = Board.EMPTY;
    for (MemberId author : authors) {
      board = plan(board, author, entry(1), 2);
    }
    for (int i = 0; i < authors.size(); i++) {
      for (int position = 1; position <= 2; position++) {
        Task task = made(board, authors.get(i), entry(1), position);
        assertEquals(TaskId.whole(entry(1), position).first(6 + i), task.id());
        assertEquals(position, task.origin().position());
      }
    }
  }

  @Test
  void what_was_not_made_is_not_found() {
    Board board = plan(Board.EMPTY, ANA, entry(1), 2);
    assertEquals(Optional.empty(), board.made(ANA, entry(1), 3));
    assertEquals(Optional.empty(), board.made(ANA, entry(2), 1));
    assertEquals(Optional.empty(), board.made(World.id("bo"), entry(1), 1));
  }

  @Test
  void without_a_free_id_nothing_is_added() {
    Board board = Board.EMPTY;
    for (int i = 0; i < 59; i++) {
      board = plan(board, World.id("m" + i), entry(1), 1);
    }
    Workspace workspace = new BoardWorld("ana").world().workspace().with(board);
    List<NewTask> one = List.of(BoardWorld.task());
    assertEquals(
        Optional.of(Rejection.DUPLICATE), Planning.fault(workspace, origin(ANA, entry(1)), one));
    assertEquals(Optional.empty(), Planning.fault(workspace, origin(ANA, entry(2)), one));
  }

  @Test
  void the_way_along_dependencies_names_every_task_on_it() {
    BoardWorld board = new BoardWorld("ana");
    TaskId first = board.add("ana");
    TaskId second = board.add("ana", first);
    TaskId third = board.add("ana", second);
    assertEquals(Optional.of(List.of(third, second, first)), board.board().path(third, first));
    assertEquals(Optional.empty(), board.board().path(first, third));
  }
}
