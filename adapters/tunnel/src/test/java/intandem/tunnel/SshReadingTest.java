package intandem.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Endpoint;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines of real programs and services, and what they mean. */
class SshReadingTest {
  private static Optional<Endpoint> read(String target, String... lines) {
    SshReading reading = new SshReading(SshTarget.parse(target).orElseThrow(), line -> {});
    Optional<Endpoint> address = Optional.empty();
    for (String line : lines) {
      address = reading.line(line);
    }
    return address;
  }

  private static Optional<Endpoint> at(String endpoint) {
    return Endpoint.parse(endpoint);
  }

  @Test
  void a_port_that_the_server_chose_is_at_its_host() {
    assertEquals(
        at("box.test:45123"),
        read(
            "ada@box.test",
            "debug1: remote forward success for: listen 0, connect 127.0.0.1:4001",
            "Allocated port 45123 for remote forward to 127.0.0.1:4001"));
  }

  @Test
  void a_port_that_was_asked_for_is_where_the_user_says() {
    assertEquals(
        at("hub.test"),
        read(
            "box.test,4747=hub.test",
            "debug1: remote forward success for: listen 4747, connect 127.0.0.1:4001"));
  }

  @Test
  void a_forward_that_is_only_tried_is_no_address() {
    assertEquals(
        Optional.empty(),
        read("box.test", "debug1: Remote connections from LOCALHOST:0 forwarded to local address"));
  }

  @Test
  void localhost_run_says_its_address_among_others() {
    assertEquals(
        at("abc123.lhr.life"),
        read(
            "nokey@localhost.run",
            "Welcome to localhost.run!",
            "https://localhost.run/docs/",
            "https://admin.localhost.run/",
            "abc123.lhr.life tunneled with tls termination, https://abc123.lhr.life"));
  }

  @Test
  void what_a_service_says_of_itself_is_no_address() {
    assertEquals(
        Optional.empty(),
        read("localhost.run", "https://localhost.run", "https://admin.localhost.run/"));
  }

  @Test
  void serveo_says_its_address_in_colour() {
    assertEquals(
        at("abc.serveo.net"),
        read("serveo.net", "[32mForwarding HTTP traffic from https://abc.serveo.net[0m"));
  }

  @Test
  void pinggy_says_its_address_on_a_line_of_its_own() {
    assertEquals(
        at("xyz.a.free.pinggy.link"),
        read(
            "a.pinggy.test:443,80",
            "http://xyz.a.free.pinggy.link",
            "https://xyz.a.free.pinggy.link"));
  }
}
