package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebProxyTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "https://proxy.test", "socks5://proxy.test", "http://", "http://a b"})
  void what_is_no_http_proxy_is_none(String value) {
    assertEquals(Optional.empty(), WebProxy.of(Map.of("HTTPS_PROXY", value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://u:secret@proxy.test", "socks5://proxy.test", "http://a b"})
  void what_is_no_http_proxy_is_said_without_a_password(String value) {
    String said = WebProxy.problem(Map.of("HTTPS_PROXY", value)).orElseThrow();
    assertTrue(
        said.startsWith("HTTPS_PROXY=" + value.substring(0, value.indexOf("//")) + "//… is"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "proxy.test", "http://u:p@proxy.test:3128/"})
  void nothing_is_wrong_with_none_or_a_good_one(String value) {
    assertEquals(Optional.empty(), WebProxy.problem(Map.of("HTTPS_PROXY", value)));
  }

  @Test
  void small_letters_come_first() {
    var both = Map.of("HTTPS_PROXY", "socks5://x", "https_proxy", "proxy.test:3128");
    assertEquals(true, WebProxy.of(both).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "hub.test,hub.test,false",
    "hub.test,HUB.TEST,false",
    "a.hub.test,hub.test,false",
    "a.hub.test,.hub.test,false",
    "a.hub.test,*.hub.test,false",
    "hub.test,*,false",
    "hub.test,'a.test, hub.test',false",
    "hub.test,a.hub.test,true",
    "myhub.test,hub.test,true",
    "hub.test,'',true",
    "::1,::1,false"
  })
  void exceptions_are_names_and_what_is_below_them(String host, String except, boolean covered) {
    var environment = Map.of("HTTPS_PROXY", "http://proxy.test:3128", "NO_PROXY", except);
    assertEquals(covered, WebProxy.of(environment).orElseThrow().covers(host));
  }
}
