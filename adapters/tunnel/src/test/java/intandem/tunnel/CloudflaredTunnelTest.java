package intandem.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.contract.RecordedPassage;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import intandem.domain.port.Tunnel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tunnels of a program that behaves as cloudflared does. */
final class CloudflaredTunnelTest extends CarriedSuite {
  @TempDir private Path directory;
  private StandIn cloudflared;
  private final RecordedPassage events = new RecordedPassage();

  @BeforeEach
  void install() throws IOException {
    cloudflared = new StandIn(directory);
  }

  @AfterEach
  void end() throws IOException {
    cloudflared.goes();
  }

  @Override
  protected Tunnel tunnel() {
    return new CloudflaredTunnel(cloudflared.binary(), StandIn.ENVIRONMENT);
  }

  @Override
  protected boolean leads(Endpoint address, int port) throws IOException {
    boolean runs = cloudflared.run(address.host()).findAny().isPresent();
    return runs && cloudflared.arguments(address.host()).contains("http://127.0.0.1:" + port);
  }

  @Override
  protected void carrierGoes() throws IOException {
    cloudflared.goes();
  }

  @Override
  protected void carrierReturns() throws IOException {
    cloudflared.returns();
  }

  @Override
  protected boolean keepsAddresses() {
    return false;
  }

  private Tunnel.Passage open() {
    return tunnel().open(port(), Optional.empty(), events);
  }

  @Test
  void it_is_called_so_that_no_configuration_and_no_update_counts() throws IOException {
    try (var _ = open()) {
      List<String> arguments = cloudflared.arguments(events.awaitOpened().host());
      String url = "http://127.0.0.1:" + port();
      assertEquals(
          List.of(
              "tunnel",
              "--no-autoupdate",
              "--config",
              "/dev/null",
              "--grace-period",
              "1s",
              "--url",
              url),
          arguments);
    }
  }

  @Test
  void it_is_told_nothing_of_the_environment_that_it_does_not_need() throws IOException {
    try (var _ = open()) {
      events.awaitOpened();
      List<String> told = cloudflared.environment();
      assertTrue(told.contains("PATH=/usr/bin:/bin"));
      assertTrue(told.stream().noneMatch(entry -> entry.matches("(SECRET|TUNNEL)_.*")));
    }
  }

  @Test
  void why_it_failed_is_told_in_its_own_words() throws IOException {
    cloudflared.goes();
    try (var _ = open()) {
      Fault fault = events.awaitClosed();
      assertEquals(Fault.Kind.UNREACHABLE, fault.kind());
      assertTrue(fault.detail().startsWith("failed to request quick Tunnel"), fault.detail());
    }
  }

  @Test
  void an_address_without_a_connection_to_the_edge_is_not_open() throws Exception {
    cloudflared.prints(StandIn.OUTPUT.replaceAll("(?m)^.*Registered.*\n", ""));
    try (var _ = open()) {
      Eventually.holds("it was started", () -> Files.exists(directory.resolve("pid")));
      events.assertNothingElse();
    }
  }

  @Test
  void a_program_that_is_gone_opens_nothing() {
    Tunnel tunnel = new CloudflaredTunnel(directory.resolve("nothing"), StandIn.ENVIRONMENT);
    try (var _ = tunnel.open(port(), Optional.empty(), events)) {
      assertEquals(Fault.Kind.UNREACHABLE, events.awaitClosed().kind());
    }
  }
}
