package intandem.domain.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.protocol.Place;
import intandem.domain.view.Values.Value;
import intandem.domain.workspace.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final MemberId ANA = World.id("ana");
  private static final MemberId BO = World.id("bo");
  private static final Bytes KEY = World.key("api.url").slice(0, 16);
  private static final Bytes OTHER = World.key("branch").slice(0, 16);

  private final Values values = new Values();

  private static Place place(long index) {
    return new Place(new Term(1, World.key("hub")), index, Instant.ofEpochSecond(index));
  }

  @Test
  void a_variable_that_nobody_set_is_not_there() {
    assertEquals(Optional.empty(), values.find(KEY));
  }

  @Test
  void a_variable_has_the_value_it_was_given_last_and_says_by_whom_and_how_often() {
    values.set(KEY, "api.url", "one", ANA, place(1));
    Value second = values.set(KEY, "api.url", "two", BO, place(2));
    assertEquals(new Value("api.url", "two", BO, place(2), 2), second);
    assertEquals(Optional.of(second), values.find(KEY));
  }

  @Test
  void variables_are_counted_and_kept_apart() {
    Value url = values.set(KEY, "api.url", "one", ANA, place(1));
    Value branch = values.set(OTHER, "branch", "main", ANA, place(2));
    assertEquals(List.of(1L, 1L), List.of(url.version(), branch.version()));
  }

  @Test
  void all_variables_are_listed_by_name() {
    Value branch = values.set(OTHER, "branch", "main", ANA, place(1));
    Value url = values.set(KEY, "api.url", "one", ANA, place(2));
    assertEquals(List.of(url, branch), values.all());
  }
}
