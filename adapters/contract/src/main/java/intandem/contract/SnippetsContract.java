package intandem.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.domain.admission.Limits;
import intandem.domain.port.Snippets;
import intandem.domain.port.Snippets.Reading;
import intandem.domain.port.Snippets.Reason;
import intandem.domain.port.Snippets.Refused;
import intandem.domain.port.Snippets.Taken;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link Snippets} must do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class SnippetsContract {
  /** What the text taken may need after JSON escaping. */
  protected static final int LIMIT = 100;

  /** The project, the same one throughout a test; it takes texts of {@link #LIMIT} bytes. */
  protected abstract Snippets snippets();

  /** Puts a file into the project, and the directories that it needs. */
  protected abstract void write(String path, String text);

  @Test
  void a_small_file_is_taken_as_a_whole() {
    write("src/Main.java", "class Main {\n}\n");
    assertEquals(new Taken("src/Main.java", 1, 2, 2, "class Main {\n}"), all("src/Main.java"));
  }

  @Test
  void the_lines_wanted_are_taken() {
    write("a.txt", "one\ntwo\nthree\nfour\n");
    assertEquals(new Taken("a.txt", 2, 3, 4, "two\nthree"), snippets().read("a.txt", 2, 3));
  }

  @Test
  void lines_from_one_to_the_end_are_taken() {
    write("a.txt", "one\ntwo\nthree\n");
    assertEquals(new Taken("a.txt", 2, 3, 3, "two\nthree"), snippets().read("a.txt", 2, 0));
  }

  @Test
  void a_range_that_goes_on_after_the_end_stops_there() {
    write("a.txt", "one\ntwo\n");
    assertEquals(new Taken("a.txt", 2, 2, 2, "two"), snippets().read("a.txt", 2, 9));
  }

  @Test
  void a_last_line_without_its_end_is_a_line() {
    write("a.txt", "one\ntwo");
    assertEquals(new Taken("a.txt", 1, 2, 2, "one\ntwo"), all("a.txt"));
  }

  @Test
  void cr_lf_is_given_as_lf() {
    write("a.txt", "one\r\ntwo\r\n");
    assertEquals(new Taken("a.txt", 1, 2, 2, "one\ntwo"), all("a.txt"));
  }

  @Test
  void a_path_is_given_without_detours() {
    write("a/b.txt", "text");
    assertEquals(new Taken("a/b.txt", 1, 1, 1, "text"), all("./a//b.txt"));
  }

  @Test
  void a_large_file_is_taken_in_parts_of_whole_lines() {
    write("a.txt", ("x".repeat(39) + '\n').repeat(5));
    assertEquals(2, taken(snippets().read("a.txt", 1, 0)).to());
    assertEquals(4, taken(snippets().read("a.txt", 3, 0)).to());
    assertEquals(5, taken(snippets().read("a.txt", 5, 0)).to());
  }

  @Test
  void a_part_is_full_after_escaping() {
    write("quoted.txt", "\"".repeat(25) + '\n' + "\"".repeat(24) + "\nx\n");
    assertEquals(2, taken(snippets().read("quoted.txt", 1, 0)).to());
    write("wide.txt", "\u20ac".repeat(33) + "\nx\n");
    assertEquals(1, taken(snippets().read("wide.txt", 1, 0)).to());
  }

  @Test
  void a_line_of_more_than_a_message_is_refused() {
    write("a.txt", "short\n" + "x".repeat(LIMIT + 1) + '\n');
    assertEquals(Reason.LINE_TOO_LONG, reason(snippets().read("a.txt", 2, 2)));
    write("b.txt", "x".repeat(LIMIT));
    assertEquals(1, taken(all("b.txt")).to());
  }

  @Test
  void lines_that_the_file_does_not_have_are_refused() {
    write("a.txt", "one\ntwo\n");
    assertEquals(Reason.NO_SUCH_LINES, reason(snippets().read("a.txt", 3, 0)));
    assertEquals(Reason.NO_SUCH_LINES, reason(snippets().read("a.txt", 0, 1)));
    assertEquals(Reason.NO_SUCH_LINES, reason(snippets().read("a.txt", 2, 1)));
    assertEquals(Reason.NO_SUCH_LINES, reason(snippets().read("a.txt", 1, -1)));
  }

  @Test
  void an_empty_file_is_called_empty() {
    write("empty.txt", "");
    assertEquals(Reason.EMPTY, reason(all("empty.txt")));
  }

  @Test
  void a_file_that_is_not_there_is_missing() {
    write("a.txt", "text");
    assertEquals(Reason.MISSING, reason(all("b.txt")));
    assertEquals(Reason.MISSING, reason(all("b/a.txt")));
    assertEquals(Reason.MISSING, reason(all("a.txt/b")));
  }

  @Test
  void a_directory_is_no_file() {
    write("src/Main.java", "text");
    assertEquals(Reason.NOT_A_FILE, reason(all("src")));
    assertEquals(Reason.NOT_A_FILE, reason(all(".")));
  }

  @Test
  void a_path_out_of_the_project_is_refused() {
    write("a/b.txt", "text");
    assertEquals(Reason.OUTSIDE, reason(all("../b.txt")));
    assertEquals(Reason.OUTSIDE, reason(all("a/../../b.txt")));
    assertEquals(Reason.OUTSIDE, reason(all("/etc/passwd")));
  }

  @Test
  void names_that_mean_something_else_elsewhere_are_refused() {
    assertEquals(Reason.BAD_NAME, reason(all("a.txt::$DATA")));
    assertEquals(Reason.BAD_NAME, reason(all("..\\b.txt")));
    assertEquals(Reason.BAD_NAME, reason(all("a.txt\0.md")));
  }

  @Test
  void binary_files_are_refused() {
    write("a.bin", "text\0text");
    assertEquals(Reason.BINARY, reason(all("a.bin")));
  }

  @Test
  void a_mebibyte_is_read_and_a_byte_more_is_not() {
    write("fits.txt", "line\n".repeat(Limits.FILE_BYTES / 5) + "x");
    assertEquals(Limits.FILE_BYTES / 5 + 1, taken(all("fits.txt")).total());
    write("large.txt", "line\n".repeat(Limits.FILE_BYTES / 5) + "xx");
    assertEquals(Reason.TOO_LARGE, reason(all("large.txt")));
  }

  @Test
  void files_with_the_names_of_secrets_are_refused_whether_they_are_there_or_not() {
    write(".env", "NAME=value");
    for (String path : List.of(".env", "app/.ENV", "tls.key", ".git/config", ".aws/x")) {
      assertEquals(Reason.SECRET_NAME, reason(all(path)), path);
    }
  }

  @Test
  void an_example_of_an_environment_is_taken() {
    write(".env.example", "NAME=");
    assertEquals("NAME=", taken(all(".env.example")).text());
  }

  @Test
  void a_secret_on_line_2000_is_refused_by_its_line() {
    String token = token();
    write("a.txt", "line\n".repeat(1999) + token + "\nline\n");
    Refused refused = refused(snippets().read("a.txt", 1990, 2001));
    assertEquals(Reason.SECRET_TEXT, refused.reason());
    assertEquals("Line 2000 of a.txt looks like a secret (GitHub token).", refused.detail());
  }

  @Test
  void lines_without_a_secret_are_taken_from_a_file_that_has_one() {
    write("a.txt", "line\n".repeat(30) + token() + "\nline\n");
    assertEquals(17, taken(all("a.txt")).to());
    assertEquals("line", taken(snippets().read("a.txt", 32, 0)).text());
  }

  @Test
  void no_refusal_quotes_the_file() {
    String token = token();
    write("renamed.txt", token + '\n');
    assertFalse(refused(all("renamed.txt")).toString().contains(token.substring(4)));
  }

  /** A GitHub token that nobody was given. */
  protected static String token() {
    StringBuilder token = new StringBuilder("gh").append("p_");
    new Random(7).ints(36, 'a', 'z' + 1).forEach(token::appendCodePoint);
    return token.toString();
  }

  /** Reads a file from its first line on. */
  protected final Reading all(String path) {
    return snippets().read(path, 1, 0);
  }

  /** The lines, where some have to be taken. */
  protected static Taken taken(Reading reading) {
    return assertInstanceOf(Taken.class, reading);
  }

  /** The refusal, where there has to be one. */
  protected static Refused refused(Reading reading) {
    return assertInstanceOf(Refused.class, reading);
  }

  /** Why a reading was refused, where it has to be. */
  protected static Reason reason(Reading reading) {
    return refused(reading).reason();
  }
}
