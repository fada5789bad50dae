package intandem.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Assistant.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that a model gets wrong, through the whole server: each is an error that says why. */
class BadCallsTest {
  private final Assistant assistant;

  BadCallsTest(@TempDir Path directory) throws IOException {
    this.assistant = new Assistant(directory.resolve("home"), "a");
  }

  @AfterEach
  void close() {
    assistant.close();
  }

  private Result send(String message) {
    String arguments = "{\"type\":\"chat\",\"message\":\"%s\"}".formatted(message);
    return assistant.call("intandem_send", arguments);
  }

  private static void assertError(String why, Result result) {
    assertTrue(result.isError() && result.says(why), result.line());
  }

  @Test
  void the_thirty_first_message_of_a_minute_is_an_error_and_the_session_goes_on() {
    assistant.call("intandem_create", "{}");
    for (int i = 1; i <= 30; i++) {
      assertFalse(send("message " + i).isError(), "message " + i);
    }
    assertError("30 changes a minute are the limit", send("one too many"));
    assertFalse(assistant.call("intandem_peers", "{}").isError());
  }

  @Test
  void a_peer_that_nobody_is_called_is_an_error() {
    assistant.call("intandem_create", "{}");
    Result result =
        assistant.call("intandem_send", "{\"type\":\"chat\",\"message\":\"x\",\"to\":\"Zoe\"}");
    assertError("There is no peer", result);
  }

  @Test
  void a_message_before_any_workspace_is_an_error() {
    assertError("in no workspace", send("hello"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"chat","message":""}                         | message is empty
          {"type":"chat","message":" \\n\\t "}                 | message is only white space
          {"type":"chat"}                                      | message is missing
          {"type":"chat","message":null}                       | message is missing
          {"type":"chat","message":5}                          | message is the number 5
          {"type":"chat","message":["x"]}                      | message is a list of 1
          {"type":"chat","message":{"text":"x"}}               | message is an object
          {"message":"x"}                                      | type is missing
          {"type":"shout","message":"x"}                       | accepted: one of
          {"type":"CHAT","message":"x"}                        | accepted: one of
          {"type":true,"message":"x"}                          | type is true
          {"type":"chat","message":"x","to":""}                | to is empty
          {"type":"chat","message":"x","to":7}                 | to is the number 7
          {"type":"chat","message":"x","reply_to":"3"}         | reply_to is the text
          {"type":"chat","message":"x","reply_to":0}           | reply_to is the number 0
          {"type":"chat","message":"x","reply_to":1.5}         | reply_to is the number 1.5
          {"type":"chat","message":"x","reply_to":1e400}       | reply_to is the number
          {"type":"chat","message":"x","reply_to":999}         | There is no message #999
          {"type":"chat","message":"x","urgent":true}          | is no argument here
          """)
  void a_message_with_wrong_arguments_is_an_error(String arguments, String why) {
    assistant.call("intandem_create", "{}");
    assertError(why, assistant.call("intandem_send", arguments));
    assertFalse(send("still here").isError());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ""                              | code is empty
          "VPA6K"                         | 6 characters, not 5
          "VPA6KWW"                       | 6 characters, not 7
          "VPA6KI"                        | never used
          "VPA6K0"                        | never used
          "VPA6K\\u0131"                  | beyond the letters A to Z
          "VPA6K\\u00df"                  | beyond the letters A to Z
          "\\uff21PA6KW"                  | beyond the letters A to Z
          "VPA6KW@"                       | host after the @ is missing
          "@host"                         | code before the @ is missing
          "VPA6KW@a@b"                    | more than one @
          "VPA6KW@user:pw@host"           | more than one @
          "VPA6KW@host/path"              | without a path
          "VPA6KW@http://host"            | without http
          "VPA6KW@ho\\nst"                | no host name
          "VPA6KW@b\\u00fccher.example"   | xn-- form
          "VPA6KW@host:0"                 | port
          "VPA6KW@host:65536"             | port
          123456                          | code is the number 123456
          null                            | code is missing
          """)
  void a_code_that_cannot_be_one_is_an_error(String code, String why) {
    assertError(why, assistant.call("intandem_join", "{\"code\":" + code + "}"));
  }

  @Test
  void a_host_of_three_hundred_characters_is_an_error() {
    String code = "\"VPA6KW@" + "a".repeat(300) + "\"";
    assertError("accepted: a text", assistant.call("intandem_join", "{\"code\":" + code + "}"));
  }

  @Test
  void a_code_that_nobody_here_invites_with_is_an_error() {
    assertError(
        "No session on this machine", assistant.call("intandem_join", "{\"code\":\"VPA6KW\"}"));
  }
}
