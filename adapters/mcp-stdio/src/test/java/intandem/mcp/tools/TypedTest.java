package intandem.mcp.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Endpoint;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.Where;
import intandem.mcp.tools.Typed.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

  @ParameterizedTest
  @ValueSource(strings = {"VPA6KW", " vpa6kw ", "vpa-6kw", "VPA 6KW"})
  void case_spaces_and_hyphens_do_not_matter(String typed) {
    assertEquals("VPA6KW", read(typed).code().reveal());
    assertEquals(new Where.Known(), read(typed).where());
  }

  @ParameterizedTest
  @CsvSource({
    "VPA6KW@example.org, example.org, 443",
    "VPA6KW@Example.org:8443, example.org, 8443",
    "VPA6KW@[2001:db8::1]:9, 2001:db8::1, 9",
    "VPA6KW@localhost:7000, localhost, 7000",
    "VPA6KW@[::1]:7000, ::1, 7000"
  })
  void a_host_may_follow(String typed, String host, int port) {
    assertEquals(new Where.At(new Endpoint(host, port)), read(typed).where());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                       | code is empty
          '   '                    | code is empty
          VPA6K                    | 6 characters, not 5
          VPA6KWW                  | 6 characters, not 7
          VPA6KI                   | never used
          VPA6KO                   | never used
          VPA6K0                   | never used
          VPA6K1                   | never used
          VPA6K!                   | neither a letter nor a digit
          VPA6Kı                   | beyond the letters A to Z
          ＶPA6KW                  | beyond the letters A to Z
          @example.org             | code before the @ is missing
          VPA6KW@                  | host after the @ is missing
          VPA6KW@a@b               | more than one @
          VPA6KW@user:pw@host      | more than one @
          https://host/            | web address
          VPA6KW@https://host      | without https://
          VPA6KW@wss://host        | without https://
          VPA6KW@host/path         | without a path
          VPA6KW@host?x=1          | without a path
          VPA6KW@host:0            | port
          VPA6KW@host:65536        | port
          VPA6KW@host:abc          | port
          VPA6KW@host:             | port
          VPA6KW@bücher.example    | xn-- form
          VPA6KW@two words         | no host name
          VPA6KW@-bad-             | no host name
          VPA6KW@localhost         | needs its port
          VPA6KW@127.0.0.1         | needs its port
          VPA6KW@[::1]             | needs its port
          """)
  void what_is_wrong_with_a_code_is_said(String typed, String expected) {
    assertFault(Typed.join(typed), expected);
  }

  @Test
  void a_host_of_three_hundred_characters_is_refused() {
    assertFault(Typed.join("VPA6KW@" + "a".repeat(293)), "no host name");
  }

  @Test
  void a_host_alone_has_no_user_name() {
    assertFault(Typed.host("me@host"), "without a user name");
  }

  @Test
  void what_is_no_workspace_id_is_said() {
    assertFault(Typed.workspace("demo"), "26 characters");
  }

  private static <T> void assertFault(Outcome<T> outcome, String expected) {
    switch (outcome) {
      case Outcome.Fault<T>(String why) -> assertTrue(why.contains(expected), why);
      case Outcome.Read<T>(T value) -> throw new AssertionError("read as " + value);
    }
  }

  private static Ask.Join read(String typed) {
    return switch (Typed.join(typed)) {
      case Outcome.Read<Ask.Join>(Ask.Join join) -> join;
      case Outcome.Fault<Ask.Join>(String why) -> throw new AssertionError(why);
    };
  }
}
