package intandem.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import intandem.domain.port.Tunnel.Carrier;
import intandem.domain.port.Tunnel.HeaderTrust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TunnelChoiceTest {
  @TempDir private Path directory;

  private Map<String, String> environment(String... namesAndValues) {
    Map<String, String> environment = new HashMap<>(Map.of("PATH", directory.toString()));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return environment;
  }

  private TunnelChoice choice(String setting) {
    return TunnelChoice.of(environment("INTANDEM_TUNNEL", setting));
  }

  private static Tunnel used(TunnelChoice choice) {
    return assertInstanceOf(TunnelChoice.Use.class, choice).tunnel();
  }

  private void install(String program) throws IOException {
    StandIn standIn = new StandIn(directory);
    if (!program.equals("cloudflared")) {
      java.nio.file.Files.move(standIn.binary(), directory.resolve(program));
    }
  }

  @Test
  void cloudflared_is_taken_where_it_is_installed() throws IOException {
    install("cloudflared");
    assertEquals(Carrier.CLOUDFLARED, used(TunnelChoice.of(environment())).carrier());
    assertEquals(Carrier.CLOUDFLARED, used(choice("auto")).carrier());
  }

  @Test
  void localtunnel_is_taken_where_cloudflared_is_not() {
    assertEquals(Carrier.LOCALTUNNEL, used(TunnelChoice.of(environment())).carrier());
    assertEquals(Carrier.LOCALTUNNEL, used(choice("auto")).carrier());
  }

  @Test
  void off_is_off() throws IOException {
    install("cloudflared");
    assertEquals(new TunnelChoice.Off(), choice("off"));
  }

  @Test
  void a_cloudflared_that_is_named_but_not_there_is_missed() {
    TunnelChoice.Unusable unusable =
        assertInstanceOf(TunnelChoice.Unusable.class, choice("cloudflared"));
    assertEquals(
        "INTANDEM_TUNNEL=cloudflared: there is no cloudflared on the PATH", unusable.problem());
  }

  @Test
  void ssh_goes_where_the_user_says() throws IOException {
    install("ssh");
    assertEquals(Carrier.SSH, used(choice("ssh:ada@box.test")).carrier());
  }

  @Test
  void a_manual_tunnel_leads_to_a_port_that_stays() {
    assertEquals(
        new ManualTunnel(new Endpoint("hub.test", 443), 47_800, HeaderTrust.NONE),
        used(choice("manual:hub.test")));
  }

  @Test
  void the_port_and_the_header_of_a_manual_tunnel_can_be_chosen() {
    assertEquals(
        new ManualTunnel(new Endpoint("hub.test", 8443), 9000, HeaderTrust.XFF_RIGHTMOST),
        used(
            TunnelChoice.of(
                environment(
                    "INTANDEM_TUNNEL",
                    "manual:hub.test:8443",
                    "INTANDEM_TUNNEL_PORT",
                    "9000",
                    "INTANDEM_TUNNEL_CALLERS",
                    "x-forwarded-for"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ngrok",
        "Off",
        "ssh",
        "ssh:",
        "ssh:-oProxyCommand=x",
        "manual:",
        "manual:http://hub.test",
        "manual:user@hub.test",
        "off:x",
        "auto:x"
      })
  void what_is_not_understood_is_said_not_to_be(String setting) throws IOException {
    install("ssh");
    assertInstanceOf(TunnelChoice.Unusable.class, choice(setting));
  }

  @Test
  void a_localtunnel_server_of_ones_own_is_asked_over_tls() {
    assertEquals("https://lt.test", LocaltunnelTunnel.server("lt.test").orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://lt.test", "ftp://lt.test", "https://lt.test/x", "a b", ""})
  void what_is_no_localtunnel_server_is_refused(String server) {
    assertInstanceOf(
        TunnelChoice.Unusable.class,
        TunnelChoice.of(
            environment("INTANDEM_TUNNEL", "localtunnel", "INTANDEM_LOCALTUNNEL_HOST", server)));
  }
}
