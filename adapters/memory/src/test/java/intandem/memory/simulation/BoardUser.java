package intandem.memory.simulation;

import intandem.domain.id.Bytes;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Severity;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.Planned;
import intandem.domain.tandem.Ask.To;
import intandem.domain.tandem.Ask.Wanted;
import intandem.domain.view.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Does what comes to mind with the board, the variables and the findings. */
final class BoardUser {
  private final World world;
  private final RandomGenerator chance;
  private int calls;

  BoardUser(World world) {
    this.world = world;
    this.chance = world.chance;
  }

  void act(MemberLoop loop) {
    int dice = chance.nextInt(12);
    if (dice < 2) {
      loop.ask(new Ask.Plan(call(), plan(loop)));
    } else if (dice < 9) {
      loop.ask(new Ask.Change(call(), task(loop), wanted(loop), news()));
    } else if (dice < 10) {
      loop.ask(set());
    } else if (dice < 11) {
      loop.ask(report());
    } else {
      loop.ask(new Ask.Board(chance.nextBoolean() ? Set.of() : Set.of(Status.DONE)));
    }
  }

  private Bytes call() {
    return Bytes.utf8("board " + ++calls);
  }

  private List<Planned> plan(MemberLoop loop) {
    return IntStream.rangeClosed(1, 1 + chance.nextInt(4))
        .mapToObj(
            i -> new Planned(new TaskText(text(), "", priority()), assignee(), waitsFor(loop, i)))
        .toList();
  }

  private List<String> waitsFor(MemberLoop loop, int position) {
    return switch (chance.nextInt(4)) {
      case 0 -> List.of("#" + Math.max(1, position - 1));
      case 1 -> List.of(task(loop));
      default -> List.of();
    };
  }

  private String text() {
    return Peer.MARKER + " task " + calls + "." + chance.nextInt(100);
  }

  private Priority priority() {
    return List.of(Priority.values()).get(chance.nextInt(Priority.values().length));
  }

  private To assignee() {
    return chance.nextInt(4) == 0
        ? new To.Named(world.peers.get(chance.nextInt(world.peers.size())).name())
        : new To.Everyone();
  }

  /** A task that this member knows, or one that nobody does. */
  private String task(MemberLoop loop) {
    List<TaskId> known = new ArrayList<>();
    loop.session.workspace().ifPresent(w -> w.board().tasks().forEach((id, t) -> known.add(id)));
    return known.isEmpty() ? "T-000000" : known.get(chance.nextInt(known.size())).value();
  }

  private Wanted wanted(MemberLoop loop) {
    return switch (chance.nextInt(9)) {
      case 0 -> new Wanted.Standing(Status.OPEN);
      case 1, 2, 3 -> new Wanted.Standing(Status.CLAIMED);
      case 4 -> new Wanted.Standing(Status.IN_PROGRESS);
      case 5, 6 -> new Wanted.Standing(Status.DONE);
      case 7 -> new Wanted.WaitingFor(List.of(task(loop)));
      default -> new Wanted.KeptFor(assignee());
    };
  }

  private List<News> news() {
    return chance.nextInt(3) == 0 ? List.of(new News.Result(text())) : List.of();
  }

  private Ask.Member set() {
    Expected expected =
        chance.nextBoolean() ? new Expected.Any() : new Expected.Version(chance.nextInt(4));
    String name = Peer.MARKER + ".var" + chance.nextInt(3);
    return new Ask.SetVariable(call(), name, text(), expected);
  }

  private Ask.Member report() {
    return new Ask.Report(
        call(),
        new Body.Finding(
            Peer.MARKER, Severity.LOW, text(), "", 1 + chance.nextInt(3), List.of(), "", ""));
  }
}
