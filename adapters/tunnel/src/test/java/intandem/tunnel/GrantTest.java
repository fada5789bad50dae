package intandem.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Endpoint;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrantTest {
  private static Optional<Grant> read(String url, String more) {
    return Grant.read("{\"id\":\"x\",\"url\":\"" + url + "\"," + more + "}");
  }

  private static Grant grant(String host, int connections) {
    return new Grant(new Endpoint("x.lt.test", 443), host, 4001, connections);
  }

  @Test
  void all_fields_are_read() {
    assertEquals(
        Optional.of(grant("192.0.2.7", 5)),
        read("https://x.lt.test", "\"port\":4001,\"max_conn_count\":5,\"ip\":\"192.0.2.7\""));
  }

  @Test
  void one_connection_is_meant_if_no_number_is_given() {
    assertEquals(Optional.of(grant("", 1)), read("https://x.lt.test/", "\"port\": 4001"));
  }

  @Test
  void more_than_ten_connections_are_not_opened() {
    assertEquals(
        Optional.of(grant("", 10)),
        read("https://x.lt.test", "\"port\":4001,\"max_conn_count\":5000"));
  }

  @Test
  void an_address_without_tls_is_of_no_use() {
    assertEquals(Optional.empty(), read("http://x.lt.test", "\"port\":4001"));
  }

  @Test
  void a_port_out_of_range_is_of_no_use() {
    assertEquals(Optional.empty(), read("https://x.lt.test", "\"port\":70000"));
  }

  @Test
  void an_address_that_is_none_is_of_no_use() {
    assertEquals(Optional.empty(), read("https://x..test", "\"port\":4001"));
  }
}
