package intandem.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Endpoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshTargetTest {
  @Test
  void every_part_is_read() {
    Optional<Endpoint> address = Optional.of(new Endpoint("hub.test", 8443));
    assertEquals(
        Optional.of(new SshTarget("ada", "box.test", 2222, 4747, address)),
        SshTarget.parse("ada@box.test:2222,4747=hub.test:8443"));
  }

  @Test
  void a_name_alone_is_enough() {
    assertEquals(
        Optional.of(new SshTarget("", "box", 0, 0, Optional.empty())), SshTarget.parse("box"));
  }

  @Test
  void an_ipv6_address_stands_in_brackets() {
    assertEquals(
        List.of("-l", "ada", "-p", "22", "--", "::1"),
        SshTarget.parse("ada@[::1]:22").orElseThrow().arguments());
  }

  @Test
  void a_known_service_is_asked_for_port_80_and_says_where_that_is() {
    assertTrue(SshTarget.parse("nokey@localhost.run").orElseThrow().service());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-oProxyCommand=x",
        "ada@-oProxyCommand=x",
        "-l@box",
        "box test",
        "box;id",
        "$(id)",
        "ada@",
        "@box",
        "box:0x16",
        "box:70000",
        "box,70000",
        "box,1=",
        "box,1=http://hub.test"
      })
  void what_is_no_destination_is_refused(String text) {
    assertEquals(Optional.empty(), SshTarget.parse(text));
  }
}
