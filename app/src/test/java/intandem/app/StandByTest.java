package intandem.app;

import static intandem.app.Desktop.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.contract.TestCertificate;
import intandem.domain.admission.Limits;
import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.protocol.Frame.Goodbye;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Happening.What;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub and a member in homes that share nothing, each with a tunnel of its own. */
class StandByTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final HostileTunnel adasTunnel;
  private final HostileTunnel bobsTunnel;
  private final Desktop adas;
  private final Desktop bobs;
  private final Desktop cems;
  private final Person ada;
  private final Person bob;
  private InviteCode code;

  StandByTest(@TempDir Path directory) throws Exception {
    TestCertificate certificate = TestCertificate.make(directory);
    String pem = certificate.pem().toString();
    int adasPort = freePort();
    int bobsPort = freePort();
    adasTunnel = new HostileTunnel(certificate, adasPort);
    bobsTunnel = new HostileTunnel(certificate, bobsPort);
    adas = desktop(directory.resolve("a"), "Ada", manual(adasTunnel, adasPort, pem));
    bobs = desktop(directory.resolve("b"), "Bob", manual(bobsTunnel, bobsPort, pem));
    Map<String, String> none = Map.of("INTANDEM_TUNNEL", "off", "INTANDEM_CA_CERTS", pem);
    cems = desktop(directory.resolve("c"), "Cem", none);
    ada = adas.session("a");
    bob = bobs.session("b");
    code = ada.creates("demo").invitation().code();
  }

  private static Desktop desktop(Path directory, String name, Map<String, String> environment) {
    return new Desktop(directory, name, Limits.DEFAULT, environment);
  }

  private static Map<String, String> manual(HostileTunnel tunnel, int port, String pem) {
    return Map.of(
        "INTANDEM_TUNNEL",
        "manual:" + at(tunnel),
        "INTANDEM_TUNNEL_PORT",
        Integer.toString(port),
        "INTANDEM_CA_CERTS",
        pem);
  }

  private static Endpoint at(HostileTunnel tunnel) {
    return new Endpoint("hub.test", tunnel.port());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @BeforeEach
  void bob_joins_through_adas_tunnel_and_all_are_told_of_his() throws Exception {
    assertInstanceOf(Answer.Entered.class, joins(bob, at(adasTunnel)));
    Instant end = Instant.now().plus(LONG);
    while (!told()) {
      assertTrue(Instant.now().isBefore(end), "nobody stands by");
      ada.reads(0);
    }
  }

  private boolean told() throws InterruptedException {
    What there = new What.Reachable(List.of(at(bobsTunnel)));
    return ada.asks(new Ask.Activity(50, 0, "Bob")) instanceof Answer.Activity activity
        && activity.happenings().stream().anyMatch(happening -> happening.what().equals(there));
  }

  private Answer joins(Person person, Endpoint endpoint) throws InterruptedException {
    return person.asks(new Ask.Join(code, new Ask.Where.At(endpoint)));
  }

  @AfterEach
  void close() throws IOException {
    cems.close();
    bobs.close();
    adas.close();
    bobsTunnel.close();
    adasTunnel.close();
  }

  @Test
  void who_comes_to_a_standby_is_told_that_no_owner_is_there() throws Exception {
    Answer answer = joins(cems.session("c"), at(bobsTunnel));
    Refusal refusal = refusal(answer);
    assertEquals(
        Goodbye.Reason.OWNER_AWAY, assertInstanceOf(Refusal.HubRefused.class, refusal).reason());
  }

  @Test
  void the_tunnel_of_a_standby_leads_to_the_hub_when_it_is_the_hub() throws Exception {
    byte[] before = bobsTunnel.seen();
    ada.workspaces.close();
    code = leading().invitation().code();
    Person cem = cems.session("c");
    assertInstanceOf(Answer.Entered.class, joins(cem, at(bobsTunnel)));
    bob.says("hello");
    assertEquals(List.of("Bob: hello"), cem.reads(1));
    assertTrue(bobsTunnel.seen().length > before.length, "through the tunnel that was open");
  }

  private Answer.Invited leading() throws InterruptedException {
    Instant end = Instant.now().plus(LONG);
    while (Instant.now().isBefore(end)) {
      bob.reads(0);
      if (bob.asks(new Ask.Invite()) instanceof Answer.Invited invited) {
        return invited;
      }
    }
    throw new AssertionError("Bob does not lead");
  }

  @Test
  void who_hears_the_hub_need_not_be_told_where_it_is() throws Exception {
    Ask rejoin = new Ask.Rejoin(new Ask.Which.Last(), new Ask.Where.At(at(adasTunnel)));
    assertEquals(new Answer.Refused(new Refusal.AlreadyIn("demo")), bob.asks(rejoin));
  }
}
