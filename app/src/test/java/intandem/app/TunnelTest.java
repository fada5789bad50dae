package intandem.app;

import static intandem.app.Desktop.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.app.HostileTunnel.Mood;
import intandem.contract.TestCertificate;
import intandem.domain.admission.Limits;
import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.port.Link.Ending;
import intandem.domain.port.Tunnel.Carrier;
import intandem.domain.protocol.Frame.Goodbye;
import intandem.domain.reach.Reach;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two homes that share nothing but a tunnel whose operator reads and spoils what it carries. */
class TunnelTest {
  private static final String NAME = "hub.test";

  @TempDir private Path directory;
  private Optional<World> made = Optional.empty();

  private record World(HostileTunnel tunnel, Desktop adas, Desktop bobs) {}

  private World world() {
    return made.orElseThrow();
  }

  @BeforeEach
  void open() throws Exception {
    TestCertificate certificate = TestCertificate.make(directory);
    int port = freePort();
    HostileTunnel tunnel = new HostileTunnel(certificate, port);
    String pem = certificate.pem().toString();
    Map<String, String> ada =
        Map.of(
            "INTANDEM_TUNNEL",
            "manual:" + NAME + ":" + tunnel.port(),
            "INTANDEM_TUNNEL_PORT",
            Integer.toString(port),
            "INTANDEM_CA_CERTS",
            pem);
    Map<String, String> bob = Map.of("INTANDEM_TUNNEL", "off", "INTANDEM_CA_CERTS", pem);
    made =
        Optional.of(
            new World(
                tunnel,
                new Desktop(directory.resolve("a"), "CanaryAda", Limits.DEFAULT, ada),
                new Desktop(directory.resolve("b"), "CanaryBob", Limits.DEFAULT, bob)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterEach
  void close() throws IOException {
    world().bobs().close();
    world().adas().close();
    world().tunnel().close();
  }

  private Endpoint address() {
    return new Endpoint(NAME, world().tunnel().port());
  }

  private Answer.Created created() throws InterruptedException {
    return world().adas().session("a").creates("canary-workspace");
  }

  private Answer joins(Person person, InviteCode code) throws InterruptedException {
    return person.asks(new Ask.Join(code, new Ask.Where.At(address())));
  }

  @Test
  void create_answers_with_an_address_that_was_tried() throws Exception {
    assertEquals(new Reach.Open(Carrier.MANUAL, address(), true), created().reach());
  }

  @Test
  void a_guest_joins_and_both_are_heard_and_the_tunnel_learns_nothing() throws Exception {
    Person ada = world().adas().session("a");
    InviteCode code = ada.creates("canary-workspace").invitation().code();
    Person bob = world().bobs().session("b");
    assertInstanceOf(Answer.Entered.class, joins(bob, code));
    ada.says("canary broadcast");
    bob.tells("CanaryAda", "canary directed");
    assertEquals(List.of("CanaryAda: canary broadcast"), bob.reads(1));
    assertEquals(List.of("CanaryBob: canary directed"), ada.reads(1));
    Haystack all = Haystack.of(world().tunnel().seen());
    assertTrue(all.size() > 5_000, "the conversation went through the tunnel");
    List<String> secrets =
        List.of(
            "CanaryAda", "CanaryBob", "canary-workspace", "canary broadcast", "canary directed");
    assertEquals(List.of(), all.found(secrets));
    assertEquals(List.of(), all.found(List.of(code.reveal())));
  }

  @Test
  void nothing_is_lost_while_the_tunnel_flaps_ten_times() throws Exception {
    Person ada = world().adas().session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = world().bobs().session("b");
    joins(bob, code);
    List<String> fromAda = new ArrayList<>();
    List<String> fromBob = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ada.says("a" + i);
      bob.says("b" + i);
      world().tunnel().drop();
      fromAda.add("CanaryAda: a" + i);
      fromBob.add("CanaryBob: b" + i);
    }
    assertEquals(fromAda, bob.reads(10));
    assertEquals(fromBob, ada.reads(10));
  }

  @ParameterizedTest
  @EnumSource(Mood.class)
  void whatever_the_tunnel_does_to_one_piece_the_next_message_arrives(Mood mood) throws Exception {
    Person ada = world().adas().session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = world().bobs().session("b");
    joins(bob, code);
    world().tunnel().once(mood);
    ada.says("one");
    world().tunnel().once(mood);
    bob.says("two");
    assertEquals(List.of("CanaryAda: one"), bob.reads(1));
    assertEquals(List.of("CanaryBob: two"), ada.reads(1));
  }

  @Test
  void a_guest_who_starts_again_finds_the_hub_by_what_it_was_told() throws Exception {
    Person ada = world().adas().session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = world().bobs().session("b");
    joins(bob, code);
    bob.workspaces.close();
    ada.says("meanwhile");
    Person again = world().bobs().session("b");
    assertInstanceOf(Answer.Entered.class, again.rejoins());
    assertEquals(List.of("CanaryAda: meanwhile"), again.reads(1));
  }

  @Test
  void the_tunnel_follows_the_hub_to_another_session_of_its_machine() throws Exception {
    Person ada = world().adas().session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person carol = world().adas().session("c");
    carol.joins(code);
    Person bob = world().bobs().session("b");
    joins(bob, code);
    ada.workspaces.close();
    bob.says("still here");
    assertEquals(List.of("CanaryBob: still here"), heard(carol));
    carol.says("so am I");
    assertEquals(List.of("CanaryAda-2: so am I"), heard(bob));
  }

  /** The next messages, however often something else is told before. */
  private static List<String> heard(Person person) throws InterruptedException {
    List<String> texts = person.reads(1);
    for (int more = 0; texts.isEmpty() && more < 10; more++) {
      texts = person.reads(1);
    }
    return texts;
  }

  @Test
  void whoever_tries_too_often_through_the_tunnel_keeps_nobody_of_this_machine_out()
      throws Exception {
    Person ada = world().adas().session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = world().bobs().session("b");
    for (int i = 0; i < 5; i++) {
      joins(bob, InviteCode.random(new Random(i)));
    }
    Answer sixth = joins(bob, code);
    Refusal refusal = refusal(sixth);
    assertEquals(
        Goodbye.Reason.TOO_MANY_ATTEMPTS,
        assertInstanceOf(Refusal.HubRefused.class, refusal).reason());
    assertInstanceOf(Answer.Entered.class, world().adas().session("c").joins(code));
  }

  @Test
  void a_name_that_the_certificate_does_not_hold_for_is_not_trusted() throws Exception {
    InviteCode code = created().invitation().code();
    Endpoint other = new Endpoint("other.test", world().tunnel().port());
    Answer answer = world().bobs().session("b").asks(new Ask.Join(code, new Ask.Where.At(other)));
    assertEquals(
        new Answer.Refused(new Refusal.Unreachable(other.toString(), Ending.UNTRUSTED)), answer);
  }
}
