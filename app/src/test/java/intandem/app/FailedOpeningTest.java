package intandem.app;

import static intandem.app.Desktop.refusal;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import intandem.app.Desktop.Person;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that fails, by a fault of its own, while it opens a seat. */
class FailedOpeningTest {
  private final Desktop desktop;
  private final Person next;
  private volatile boolean faulty;

  FailedOpeningTest(@TempDir Path directory) throws Exception {
    desktop = new Desktop(directory, "Ada");
    Person before = desktop.session("a");
    before.creates("demo");
    before.workspaces.close();
    next = desktop.session("a", this::capabilities);
  }

  private List<String> capabilities() {
    if (faulty) {
      throw new IllegalStateException("a fault of the program");
    }
    return List.of();
  }

  @AfterEach
  void close() {
    desktop.close();
  }

  @Test
  void keeps_nothing_locked() throws Exception {
    faulty = true;
    assertThrows(IllegalStateException.class, () -> next.rejoins());
    faulty = false;
    assertInstanceOf(Answer.Entered.class, next.rejoins());
  }

  @Test
  void while_it_resumes_says_so_and_can_found_another() throws Exception {
    faulty = true;
    next.workspaces.resume();
    assertInstanceOf(Refusal.Failed.class, refusal(next.says("hello")));
    faulty = false;
    assertInstanceOf(Answer.Created.class, next.asks(new Ask.Create("another", 5)));
  }
}
