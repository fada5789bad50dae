package intandem.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.contract.RecordedLink;
import intandem.contract.RecordedLink.Closed;
import intandem.contract.RecordedLink.Received;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class MemoryNetworkTest {
  private final Mailbag mailbag = new Mailbag();
  private final List<Courier.Parcel> seen = new ArrayList<>();
  private final MemoryNetwork network =
      new MemoryNetwork(
          parcel -> {
            seen.add(parcel);
            mailbag.take(parcel);
          });
  private final MemoryProcess ada = network.process("ada");
  private final MemoryProcess bob = network.process("bob");
  private final RecordedLink near = new RecordedLink(() -> {});
  private final RecordedLink far = new RecordedLink(() -> {});
  private final List<String> addresses = new ArrayList<>();

  @Test
  void nothing_happens_before_it_is_delivered() {
    Link link = connect();
    link.send("one");
    link.send("two");
    mailbag.deliver();
    assertEquals(List.of(new Received("one")), far.untaken());
  }

  @Test
  void a_host_is_dialled_by_its_name_and_shows_its_own() {
    connect();
    assertEquals(List.of("ada"), addresses);
  }

  @Test
  void an_unknown_host_is_told_from_one_that_does_not_listen() {
    dialAndDeliver("eve");
    assertEquals(Link.Ending.UNKNOWN_HOST, near.awaitClosed());
  }

  @Test
  void a_known_host_without_an_ear_refuses() {
    dialAndDeliver("bob");
    assertEquals(Link.Ending.REFUSED, near.awaitClosed());
  }

  @Test
  void a_courier_sees_every_text_with_its_direction() {
    connect().send("canary");
    assertEquals(new Courier.Wire("ada", "bob", 0), seen.getLast().wire());
    assertEquals("canary", seen.getLast().text());
  }

  @Test
  void a_text_brought_twice_arrives_twice() {
    connect().send("again");
    seen.getLast().arrive();
    mailbag.deliverAll();
    assertEquals(List.of(new Received("again"), new Received("again")), far.untaken());
  }

  @Test
  void a_cut_is_noticed_once_at_both_ends_and_late_parcels_are_void() {
    connect().send("late");
    Courier.Parcel late = seen.getLast();
    network.cut("bob", "ada");
    network.cut("ada", "bob");
    mailbag.deliverAll();
    late.arrive();
    assertEquals(List.of(new Closed(Link.Ending.BROKEN)), near.untaken());
    assertEquals(List.of(new Received("late"), new Closed(Link.Ending.BROKEN)), far.untaken());
  }

  @Test
  void a_cut_ends_a_call_that_was_not_answered_yet() {
    listen();
    dial("bob");
    network.cut("ada", "bob");
    mailbag.deliverAll();
    assertEquals(List.of(new Closed(Link.Ending.UNREACHABLE)), near.untaken());
    far.awaitOpened();
    assertEquals(List.of(new Closed(Link.Ending.BROKEN)), far.untaken());
  }

  @Test
  void a_killed_process_hears_nothing_and_its_peers_find_the_link_broken() {
    connect();
    bob.kill();
    mailbag.deliverAll();
    assertEquals(List.of(), far.untaken());
    assertEquals(List.of(new Closed(Link.Ending.BROKEN)), near.untaken());
  }

  @Test
  void a_killed_process_does_not_listen_any_more() {
    listen();
    bob.kill();
    dialAndDeliver("bob");
    assertEquals(Link.Ending.REFUSED, near.awaitClosed());
  }

  @Test
  void with_an_executor_it_runs_by_itself() {
    try (var executor = Executors.newSingleThreadExecutor()) {
      var running = new MemoryNetwork(parcel -> executor.execute(parcel::arrive));
      MemoryProcess process = running.process("ada");
      int port = process.listen(0, address -> far).port();
      process.dial(new Endpoint("127.0.0.1", port), near);
      near.awaitOpened().send("hello");
      far.awaitOpened();
      assertEquals("hello", far.awaitReceived());
    }
  }

  private Link connect() {
    listen();
    dialAndDeliver("bob");
    far.awaitOpened();
    return near.awaitOpened();
  }

  private void listen() {
    bob.listen(
        7,
        address -> {
          addresses.add(address);
          return far;
        });
  }

  private void dialAndDeliver(String host) {
    dial(host);
    mailbag.deliverAll();
  }

  private void dial(String host) {
    ada.dial(new Endpoint(host, 7), near);
  }
}
