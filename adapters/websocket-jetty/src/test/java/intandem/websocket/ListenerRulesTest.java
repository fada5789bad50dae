package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.port.Tunnel.HeaderTrust;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ListenerRulesTest {
  private Set<String> names = Set.of("hub.test");
  private final ListenerRules tunnel = ListenerRules.tunnel(() -> names, HeaderTrust.NONE);

  @Test
  void a_listener_may_serve_another_name_than_this_machines() {
    assertTrue(tunnel.admits(List.of("Hub.Test:443")));
    assertTrue(tunnel.admits(List.of("hub.test")));
  }

  @Test
  void it_then_serves_no_other() {
    assertFalse(tunnel.admits(List.of("127.0.0.1")));
    assertFalse(tunnel.admits(List.of("hub.test.evil.test")));
  }

  @Test
  void it_serves_the_name_that_a_tunnel_has_by_now() {
    names = Set.of("other.test");
    assertTrue(tunnel.admits(List.of("other.test")));
    assertFalse(tunnel.admits(List.of("hub.test")));
  }

  @Test
  void a_tunnel_without_a_name_serves_nobody() {
    names = Set.of();
    assertFalse(tunnel.admits(List.of("hub.test")));
    assertFalse(tunnel.admits(List.of("")));
  }

  @Test
  void exactly_one_host_must_be_named() {
    assertFalse(tunnel.admits(List.of()));
    assertFalse(tunnel.admits(List.of("hub.test", "hub.test")));
  }
}
