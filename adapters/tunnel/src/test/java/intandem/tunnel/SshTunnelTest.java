package intandem.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.contract.RecordedPassage;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import intandem.domain.port.Tunnel.Fault;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tunnels through a real OpenSSH server. */
final class SshTunnelTest extends CarriedSuite {
  @TempDir private Path directory;
  private Optional<SshServer> started = Optional.empty();
  private final RecordedPassage events = new RecordedPassage();

  @BeforeEach
  void start() throws Exception {
    started = Optional.of(SshServer.start(directory));
  }

  @AfterEach
  void stopServer() throws InterruptedException {
    if (started.isPresent()) {
      started.get().kill();
    }
  }

  private SshServer server() {
    return started.orElseThrow();
  }

  @Override
  protected Tunnel tunnel() {
    return tunnel(server().target());
  }

  private Tunnel tunnel(SshTarget target) {
    return new SshTunnel(server().client(), target, System.getenv());
  }

  @Override
  protected void carrierGoes() throws InterruptedException {
    server().kill();
  }

  @Override
  protected void carrierReturns() throws Exception {
    server().start();
  }

  private Fault faultOf(Tunnel tunnel, Optional<Endpoint> before) {
    try (var _ = tunnel.open(port(), before, events)) {
      return events.awaitClosed();
    }
  }

  @Test
  void a_host_whose_key_is_unknown_is_not_trusted() throws Exception {
    server().write("known_hosts", "");
    assertEquals(Fault.Kind.NOT_TRUSTED, faultOf(tunnel(), Optional.empty()).kind());
  }

  @Test
  void a_user_who_is_not_let_in_is_refused() throws Exception {
    server().write("user_key.pub", "");
    Fault fault = faultOf(tunnel(), Optional.empty());
    assertEquals(Fault.Kind.REFUSED, fault.kind());
    assertTrue(fault.detail().contains("Permission denied"), fault.detail());
  }

  @Test
  void a_port_of_ones_own_choice_is_served_at_the_address_of_a_proxy() throws Exception {
    int free = SshServer.freePort();
    SshTarget target =
        SshTarget.parse("127.0.0.1:%d,%d=hub.test".formatted(server().port(), free)).orElseThrow();
    try (var _ = tunnel(target).open(port(), Optional.empty(), events)) {
      assertEquals(new Endpoint("hub.test", 443), events.awaitOpened());
      assertTrue(Answerer.at("127.0.0.1", free, port()));
    }
  }

  @Test
  void a_port_that_is_taken_there_is_refused() throws Exception {
    SshTarget target =
        SshTarget.parse("127.0.0.1:%d,%d=hub.test".formatted(server().port(), port()))
            .orElseThrow();
    assertEquals(Fault.Kind.REFUSED, faultOf(tunnel(target), Optional.empty()).kind());
  }

  @Test
  void after_five_refusals_of_the_port_of_before_another_one_is_taken() throws Exception {
    Tunnel tunnel = tunnel();
    Optional<Endpoint> before = Optional.of(new Endpoint("127.0.0.1", port()));
    for (int i = 0; i < 5; i++) {
      assertEquals(Fault.Kind.REFUSED, faultOf(tunnel, before).kind());
    }
    try (var _ = tunnel.open(port(), before, events)) {
      assertTrue(leads(events.awaitOpened(), port()));
    }
  }
}
