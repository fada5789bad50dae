package intandem.mcp.tools;

import static intandem.mcp.tools.ToolCalls.asked;
import static intandem.mcp.tools.ToolCalls.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.port.Snippets;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.Severity;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.To;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Findings.Known;
import intandem.domain.view.Values.Value;
import intandem.mcp.Boards;
import intandem.mcp.FakeTandem;
import intandem.mcp.Mails;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedToolsTest {

  private static final Bytes CALL = Bytes.utf8("toolu_1");
  private static final Body.Finding FINDING =
      new Body.Finding("cart", Severity.HIGH, "Off by <1>", "", 2, List.of(), "Round.", "");

  private static String told(Answer answer) {
    return call(FakeTandem.answering(answer), "intandem_findings", Map.of()).text();
  }

  private static Value value(String text) {
    return new Value("api.url", text, Mails.BOB, Mails.place(4), 3);
  }

  @Test
  void a_file_is_shared_from_its_first_line_as_far_as_it_fits() {
    var about = new Ask.About("", "", new To.Everyone());
    assertEquals(
        new Ask.Share(CALL, "src/A.java", 1, 0, about),
        asked("intandem_share", Map.of("file", "src/A.java")));
  }

  @Test
  void lines_and_reader_can_be_chosen() {
    var given =
        Map.of("file", "a", "start_line", 3, "end_line", 9, "language", "java", "to", "Bob");
    var about = new Ask.About("java", "", new To.Named("Bob"));
    assertEquals(new Ask.Share(CALL, "a", 3, 9, about), asked("intandem_share", given));
  }

  @Test
  void a_snippet_is_shared_whole() {
    var code = new Body.Code("", 1, 2, "", "a\nb", "look");
    assertEquals(
        new Ask.Show(CALL, code, new To.Everyone()),
        asked("intandem_share", Map.of("snippet", "a\nb", "message", "look")));
  }

  @Test
  void both_or_neither_of_file_and_snippet_is_refused() {
    assertTrue(call(FakeTandem.answering(), "intandem_share", Map.of()).isError());
    var both = Map.of("file", "a", "snippet", "b");
    assertTrue(call(FakeTandem.answering(), "intandem_share", both).isError());
  }

  @Test
  void what_was_shared_says_which_lines_and_how_to_go_on() {
    var code = new Body.Code("src/A.java", 10, 40, "java", "a\nb", "");
    assertEquals(
        """
        #7: safe; nobody else is seated
        "src/A.java" lines 10 to 11 of 40 ("java"); start_line=12 goes on\
        """,
        told(new Answer.Shown(7, true, code, List.of())));
  }

  @Test
  void a_file_that_is_kept_back_says_why_and_what_to_do() {
    var text =
        told(
            new Answer.Refused(
                new Refusal.NotShared(
                    Snippets.Reason.SECRET_NAME, "A file like .env holds secrets.")));
    assertTrue(text.startsWith("Not shared: A file like .env holds secrets."), text);
    assertTrue(text.contains("INTANDEM_SECRETS=allow"), text);
  }

  @Test
  void what_looks_like_a_secret_is_named_by_rule_and_line_only() {
    var text = told(new Answer.Refused(new Refusal.SecretLooking("message", "GitHub token", 3)));
    assertTrue(text.contains("line 3 of message looks like a secret (GitHub token)"), text);
  }

  @Test
  void a_variable_is_set_whatever_there_is_or_on_one_version() {
    assertEquals(
        new Ask.SetVariable(CALL, "k", " v ", new Expected.Any()),
        asked("intandem_set_var", Map.of("key", " k ", "value", " v ")));
    assertEquals(
        new Ask.SetVariable(CALL, "k", "", new Expected.Version(0)),
        asked("intandem_set_var", Map.of("key", "k", "value", "", "expected_version", 0)));
  }

  @Test
  void the_name_that_stands_for_all_cannot_be_set() {
    var given = Map.of("key", "*", "value", "x");
    assertTrue(call(FakeTandem.answering(), "intandem_set_var", given).isError());
    assertEquals(new Ask.Variables(""), asked("intandem_get_var", Map.of("key", "*")));
  }

  @Test
  void a_variable_is_told_with_who_set_it() {
    assertEquals(
        "\"api.url\" = \"https://x\" (set by CosmicYoda, version 3)",
        told(new Answer.Variables(List.of(value("https://x")), Boards.NAMES)));
  }

  @Test
  void a_value_of_several_lines_is_a_block() {
    var text = told(new Answer.Variables(List.of(value("a\nb")), Boards.NAMES));
    assertTrue(text.contains("│ a\n│ b\n"), text);
  }

  @Test
  void a_lost_comparison_tells_the_value_of_now() {
    var refusal = new Refusal.OtherVersion("api.url", List.of(value("v")), Boards.NAMES);
    var text = told(new Answer.Refused(refusal));
    assertTrue(text.contains("has version 3 by now, set by CosmicYoda to \"v\""), text);
  }

  @Test
  void a_finding_is_reported_with_its_defaults() {
    var given = Map.of("service", "cart", "severity", "high", "summary", "Off");
    var finding = new Body.Finding("cart", Severity.HIGH, "Off", "", 1, List.of(), "", "");
    assertEquals(new Ask.Report(CALL, finding), asked("intandem_finding", given));
  }

  @Test
  void findings_are_counted_by_severity_and_quoted() {
    var known = new Known("F-a1b2c3", Mails.place(4), Mails.BOB, FINDING, 2, 1);
    var text = told(new Answer.Findings(List.of(known), Boards.NAMES));
    assertTrue(
        text.startsWith("Findings: 1 high\n[F-a1b2c3] HIGH in \"cart\", by CosmicYoda"), text);
    assertTrue(text.contains("│ Off by &lt;1&gt;\n│ recommendation: Round.\n"), text);
  }

  @Test
  void a_known_finding_is_counted_again() {
    var known = new Known("F-a1b2c3", Mails.place(4), Mails.BOB, FINDING, 5, 3);
    assertEquals(
        "[F-a1b2c3] HIGH was known: counted again, 3 reports, seen 5 times.",
        told(new Answer.Reported(known, true)));
  }

  @Test
  void findings_are_filtered_only_where_a_filter_is_given() {
    assertEquals(new Ask.Findings(Set.of(), "", ""), asked("intandem_findings", Map.of()));
    assertEquals(
        new Ask.Findings(Set.of(Severity.LOW), "cart", "T-a1b2c3"),
        asked(
            "intandem_findings",
            Map.of("severity", "low", "service", "cart", "task_id", "T-a1b2c3")));
  }
}
