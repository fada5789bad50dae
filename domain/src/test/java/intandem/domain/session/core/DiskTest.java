package intandem.domain.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Head;
import intandem.domain.port.SessionVault.Change;
import intandem.domain.port.SessionVault.Dropped;
import intandem.domain.session.boundary.SessionEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DiskTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final List<SessionEffect> effects = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Disk disk = new Disk(effects::add);
  private final Change one = dropped(1);
  private final Change two = dropped(2);
  private final Change three = dropped(3);

  private static Change dropped(int number) {
    byte[] id = new byte[EntryId.SIZE];
    id[0] = (byte) number;
    return new Dropped(new EntryId(Bytes.of(id)));
  }

  private static SessionEffect persist(Change... changes) {
    return new SessionEffect.Persist(List.of(), List.of(changes));
  }

  private void write(Change change) {
    disk.write(List.of(change), () -> {}, problems::add);
  }

  @Test
  void a_write_begins_when_the_one_before_it_is_over() {
    write(one);
    write(two);
    assertEquals(List.of(persist(one)), effects);
    disk.persisted();
    assertEquals(List.of(persist(one), persist(two)), effects);
  }

  @Test
  void a_refused_write_is_not_made_again() {
    write(one);
    disk.failed("full", NOW);
    write(two);
    assertEquals(List.of(persist(one), persist(two)), effects);
    assertEquals(List.of("full"), problems);
  }

  @Test
  void a_change_that_is_insisted_on_goes_before_each_next_one_until_it_is_made() {
    disk.insist(one, problems::add);
    write(two);
    disk.failed("full", NOW);
    disk.failed("still full", NOW);
    write(three);
    disk.persisted();
    write(two);
    assertEquals(
        List.of(persist(one), persist(one, two), persist(one, three), persist(two)), effects);
  }

  @Test
  void a_change_that_was_refused_while_another_is_under_way_goes_with_the_one_after_it() {
    write(two);
    disk.insist(one, problems::add);
    disk.persisted();
    disk.failed("full", NOW);
    write(three);
    assertEquals(List.of(persist(two), persist(one), persist(one, three)), effects);
  }

  @Test
  void it_is_tried_again_by_itself_after_a_pause() {
    disk.insist(one, problems::add);
    disk.failed("full", NOW);
    disk.tick(NOW);
    assertEquals(List.of(persist(one)), effects);
    assertEquals(Optional.of(NOW.plus(PAUSE)), disk.due());
    disk.tick(NOW.plus(PAUSE));
    assertEquals(List.of(persist(one), persist(one)), effects);
    assertEquals(Optional.empty(), disk.due());
  }

  @Test
  void what_follows_it_follows_once_it_is_made() {
    List<String> followed = new ArrayList<>();
    disk.insist(List.of(one, two), () -> followed.add("made"), problems::add);
    disk.failed("full", NOW);
    write(three);
    assertEquals(List.of(), followed);
    disk.persisted();
    assertEquals(List.of("made"), followed);
    assertEquals(List.of("full"), problems);
  }

  @Test
  void it_goes_with_a_new_end_of_the_log_too() {
    disk.insist(one, problems::add);
    disk.failed("full", NOW);
    var replace = new SessionEffect.Replace(Head.START, List.of(), List.of(two));
    disk.write(replace, () -> {}, problems::add);
    assertEquals(replace.after(List.of(one)), effects.getLast());
  }
}
