package intandem.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

  /** A key of which many share a hash. */
  private record Key(int number) {
    @Override
    public int hashCode() {
      return number % 7;
    }
  }

  private static PersistentMap<Key, Integer> of(Map<Key, Integer> entries) {
    PersistentMap<Key, Integer> map = PersistentMap.empty();
    for (Map.Entry<Key, Integer> entry : entries.entrySet()) {
      map = map.with(entry.getKey(), entry.getValue());
    }
    return map;
  }

  private static Map<Key, Integer> entries(PersistentMap<Key, Integer> map) {
    Map<Key, Integer> entries = new HashMap<>();
    map.forEach(entries::put);
    return entries;
  }

  @Test
  void it_holds_what_a_map_would_hold_even_when_hashes_clash() {
    Random chance = new Random(11);
    Map<Key, Integer> model = new HashMap<>();
    PersistentMap<Key, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 2_000; i++) {
      Key key = new Key(chance.nextInt(300));
      model.put(key, i);
      map = map.with(key, i);
      assertEquals(model.size(), map.size());
    }
    assertEquals(model, entries(map));
  }

  @Test
  void an_earlier_version_does_not_change() {
    PersistentMap<Key, Integer> before = of(Map.of(new Key(1), 1));
    assertNotEquals(before, before.with(new Key(1), 2));
    assertEquals(Optional.of(1), before.get(new Key(1)));
  }

  @Test
  void a_key_that_was_never_added_is_absent() {
    assertEquals(Optional.empty(), of(Map.of(new Key(1), 1)).get(new Key(8)));
  }

  @Test
  void the_order_of_adding_does_not_matter_to_equality() {
    PersistentMap<Key, Integer> empty = PersistentMap.empty();
    assertEquals(
        empty.with(new Key(1), 1).with(new Key(8), 8),
        empty.with(new Key(8), 8).with(new Key(1), 1));
  }
}
