package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import intandem.domain.port.Tunnel.HeaderTrust;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallersTest {
  private static final String FORWARDED = "X-Forwarded-For";
  private static final String CLOUDFLARE = "CF-Connecting-IP";
  private static final String EVERYONE = "through the tunnel";

  private static String caller(HeaderTrust trust, String... namesAndValues) {
    HttpFields.Mutable headers = HttpFields.build();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Callers.by(trust).of(headers, "127.0.0.1");
  }

  @Test
  void on_this_machine_no_header_counts() {
    HttpFields headers = HttpFields.build().add(FORWARDED, "6.6.6.6").add(CLOUDFLARE, "6.6.6.6");
    assertEquals("127.0.0.1", Callers.BY_SOCKET.of(headers, "127.0.0.1"));
  }

  @Test
  void a_tunnel_that_hides_addresses_has_one_caller() {
    assertEquals(EVERYONE, caller(HeaderTrust.NONE, FORWARDED, "6.6.6.6", CLOUDFLARE, "6.6.6.6"));
  }

  @Test
  void cloudflares_header_counts_and_no_other() {
    assertEquals(
        "192.0.2.1",
        caller(HeaderTrust.CF_CONNECTING_IP, CLOUDFLARE, "192.0.2.1", FORWARDED, "6.6.6.6"));
  }

  @Test
  void two_of_cloudflares_headers_are_none() {
    assertEquals(
        EVERYONE,
        caller(HeaderTrust.CF_CONNECTING_IP, CLOUDFLARE, "6.6.6.6", CLOUDFLARE, "192.0.2.1"));
  }

  @Test
  void of_forwarded_addresses_the_last_one_counts() {
    assertEquals(
        "192.0.2.1", caller(HeaderTrust.XFF_RIGHTMOST, FORWARDED, "6.6.6.6, 7.7.7.7,192.0.2.1"));
    assertEquals(
        "192.0.2.1",
        caller(HeaderTrust.XFF_RIGHTMOST, FORWARDED, "6.6.6.6", FORWARDED, "192.0.2.1"));
  }

  @Test
  void ipv6_addresses_of_one_network_are_one_caller() {
    String one = caller(HeaderTrust.CF_CONNECTING_IP, CLOUDFLARE, "2001:db8:1:2::1");
    assertEquals(one, caller(HeaderTrust.CF_CONNECTING_IP, CLOUDFLARE, "2001:db8:1:2:ffff::9"));
    assertNotEquals(one, caller(HeaderTrust.CF_CONNECTING_IP, CLOUDFLARE, "2001:db8:1:3::1"));
  }

  @Test
  void an_ipv4_address_in_the_form_of_ipv6_is_the_same() {
    assertEquals("192.0.2.1", caller(HeaderTrust.CF_CONNECTING_IP, CLOUDFLARE, "::ffff:192.0.2.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "1.2.3.4.5",
        "192.0.2.1:443",
        "fe80::1%eth0",
        "<script>",
        "1.2.3.4,"
      })
  void what_is_no_address_is_everyones(String value) {
    assertEquals(EVERYONE, caller(HeaderTrust.CF_CONNECTING_IP, CLOUDFLARE, value));
    assertEquals(EVERYONE, caller(HeaderTrust.XFF_RIGHTMOST, FORWARDED, value));
  }
}
