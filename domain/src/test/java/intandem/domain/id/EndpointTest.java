package intandem.domain.id;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

  @ParameterizedTest
  @CsvSource({
    "Example.COM, example.com, 443",
    "127.0.0.1:8080, 127.0.0.1, 8080",
    "[::1]:9, ::1, 9",
    "xn--bcher-kva.example:65535, xn--bcher-kva.example, 65535"
  })
  void a_host_with_or_without_port_is_read(String text, String host, int port) {
    assertEquals(Optional.of(new Endpoint(host, port)), Endpoint.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "user:pw@host",
        "host/path",
        "http://host",
        "host\nname",
        "host:0",
        "host:65536",
        "bücher.example",
        "-host",
        "a..b",
        "::1"
      })
  void anything_else_is_not(String text) {
    assertEquals(Optional.empty(), Endpoint.parse(text));
  }
}
