package intandem.contract;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.Lease;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.NewTask.Dependency;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.Severity;
import intandem.domain.protocol.TaskChange;
import intandem.domain.protocol.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Samples of what is said about tasks, variables and findings. */
final class SharedSamples {
  private static final TaskId TASK = new TaskId("T-a1b2c3");
  private static final TaskId OTHER = new TaskId("T-0f9e8d7");

  private SharedSamples() {}

  static Map<String, Act> acts() {
    Map<String, Act> acts = new LinkedHashMap<>();
    NewTask first = new NewTask(new Reservation.Anyone(), List.of());
    List<Dependency> both = List.of(new Dependency.OnPosition(1), new Dependency.OnTask(TASK));
    NewTask second = new NewTask(new Reservation.For(Samples.BOB), both);
    acts.put("plan", new Act.AddTasks(List.of(first, second)));
    Lease held = new Lease.Held(Samples.ID);
    acts.put("task-claim", change(new Lease.None(), new TaskChange.Claim()));
    acts.put("task-unclaim", change(held, new TaskChange.Unclaim()));
    acts.put("task-start", change(held, new TaskChange.Start()));
    acts.put("task-done", change(held, new TaskChange.Finish()));
    acts.put("task-reopen", change(held, new TaskChange.Reopen()));
    acts.put("task-edit", change(new Lease.None(), new TaskChange.Describe()));
    acts.put("task-depend", change(held, new TaskChange.Depend(List.of(OTHER))));
    TaskChange free = new TaskChange.Reserve(new Reservation.Anyone());
    TaskChange kept = new TaskChange.Reserve(new Reservation.For(Samples.BOB));
    acts.put("task-assign-anyone", change(new Lease.None(), free));
    acts.put("task-assign", change(new Lease.None(), kept));
    acts.put("var", new Act.SetVariable(Samples.bytes(16, 24), new Expected.Any()));
    acts.put("var-expecting", new Act.SetVariable(Samples.bytes(16, 24), new Expected.Version(3)));
    acts.put("finding", new Act.Report());
    return acts;
  }

  private static Act change(Lease lease, TaskChange change) {
    return new Act.ChangeTask(TASK, lease, change);
  }

  static void bodies(Map<String, Wire> all) {
    all.put(
        "body-code",
        new Body.Code("src/Cart.java", 10, 200, "java", "int a;\nint b;", "Look here."));
    all.put(
        "body-tasks",
        new Body.Tasks(
            List.of(
                new Body.TaskText("Write the cart", "", Priority.CRITICAL),
                new Body.TaskText("Test the cart", "With two items.", Priority.LOW))));
    all.put(
        "body-task-news",
        new Body.TaskNews(
            List.of(
                new News.Title("Write carts"),
                new News.Description("Both kinds."),
                new News.Result("Merged."),
                new News.Urgency(Priority.HIGH))));
    all.put("body-variable", new Body.Variable("api.url", "https://shop.example/v2"));
    all.put(
        "body-finding",
        new Body.Finding(
            "checkout",
            Severity.HIGH,
            "Totals are off by one cent",
            "rounding",
            12,
            List.of("sum != total"),
            "Use BigDecimal.",
            TASK.value()));
  }
}
