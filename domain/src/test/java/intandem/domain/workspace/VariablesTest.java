package intandem.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {
  private static final Bytes KEY = World.key("api.url").slice(0, 16);

  private final World world = new World("ana", "bo");

  private static Act set() {
    return new Act.SetVariable(KEY, new Expected.Any());
  }

  private static Act set(long version) {
    return new Act.SetVariable(KEY, new Expected.Version(version));
  }

  private long version() {
    return world.workspace().variables().version(KEY);
  }

  @Test
  void a_variable_that_nobody_set_has_version_0() {
    assertEquals(0, version());
  }

  @Test
  void a_version_counts_how_often_a_variable_was_set_by_anyone() {
    world.does("ana", set()).does("bo", set()).does("ana", set());
    assertEquals(3, version());
  }

  @Test
  void a_new_variable_builds_on_version_0() {
    world.does("ana", set(0));
    assertEquals(1, version());
  }

  @Test
  void of_two_that_build_on_the_same_version_the_second_is_refused() {
    world.does("ana", set()).does("ana", set(1));
    assertEquals(Rejection.OTHER_VERSION, world.refusal("bo", set(1)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, -1})
  void a_value_counts_only_on_the_version_it_builds_on(long other) {
    world.does("ana", set()).does("ana", set());
    assertEquals(Rejection.OTHER_VERSION, world.refusal("bo", set(other)));
  }

  @Test
  void a_variable_that_is_not_there_has_no_later_version() {
    assertEquals(Rejection.OTHER_VERSION, world.refusal("ana", set(1)));
  }

  @Test
  void variables_have_versions_of_their_own() {
    Bytes other = World.key("other").slice(0, 16);
    world.does("ana", set()).does("ana", new Act.SetVariable(other, new Expected.Version(0)));
    assertEquals(1, world.workspace().variables().version(other));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 17})
  void a_key_has_16_bytes(int size) {
    Act bad = new Act.SetVariable(Bytes.of(new byte[size]), new Expected.Any());
    assertEquals(Rejection.MALFORMED, world.refusal("ana", bad));
  }
}
