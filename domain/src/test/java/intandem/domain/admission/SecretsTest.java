package intandem.domain.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.admission.Secrets.Finding;
import intandem.domain.admission.SecretsCorpus.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final int MIB = 1 << 20;

  private final SecretsCorpus corpus = new SecretsCorpus();

  @Test
  void of_the_secrets_that_the_rules_are_for_at_least_98_in_100_are_found() {
    List<Sample> all = corpus.secrets();
    List<Sample> missed = all.stream().filter(s -> !found(s.text())).toList();
    assertTrue(missed.size() * 50 <= all.size(), missed.size() + "/" + all.size() + ": " + missed);
  }

  @Test
  void harmless_lines_are_left_alone() {
    assertEquals(List.of(), SecretsCorpus.harmless().stream().filter(SecretsTest::found).toList());
  }

  @Test
  void harmless_lines_of_one_file_make_no_secret_together() {
    assertEquals(Optional.empty(), Secrets.first(String.join("\n", SecretsCorpus.harmless())));
  }

  @Test
  void secrets_in_disguise_are_not_found() {
    List<Sample> found = corpus.disguised().stream().filter(s -> found(s.text())).toList();
    assertEquals(List.of(), found);
  }

  @Test
  void a_token_of_a_service_is_named_with_its_line() {
    String text = "a\nb\r\n  key: gh" + "p_" + corpus.text("abcXYZ0189", 36) + "\nc\n";
    assertEquals(Optional.of(new Finding("GitHub token", 3)), Secrets.first(text));
  }

  @Test
  void a_password_in_a_url_is_named_as_such() {
    String url = "see postgres://ada:" + corpus.text("abcdef", 8) + "@db.company.net:5432/main";
    assertEquals(Optional.of(new Finding("password in a URL", 1)), Secrets.first(url));
  }

  @Test
  void each_rule_finds_its_own() {
    List<Sample> named =
        corpus.secrets().stream()
            .filter(s -> List.of("Stripe key", "npm token").contains(s.kind()))
            .filter(s -> s.text().contains("# "))
            .toList();
    assertEquals(
        named.stream().map(Sample::kind).toList(),
        named.stream().map(s -> Secrets.first(s.text()).orElseThrow().rule()).toList());
  }

  @Test
  void the_first_of_two_is_named() {
    String random = corpus.text("abcdefXYZ0123456789", 36);
    String text = "password = " + random + "\ntoken = gl" + "pat-" + random;
    assertEquals(Optional.of(new Finding("value of a secret", 1)), Secrets.first(text));
  }

  @Test
  void the_finding_does_not_tell_the_value() {
    String random = corpus.text("abcdefXYZ0123456789", 36);
    assertFalse(Secrets.first("password = " + random).orElseThrow().toString().contains(random));
  }

  @Test
  void a_part_within_a_key_is_a_part_of_the_key() {
    String body = corpus.text("abcdefXYZ0123456789", 64);
    String text = "intro\n" + SecretsCorpus.pem("PRIVATE KEY", body + "\n" + body) + "outro\n";
    int second = text.lastIndexOf(body);
    assertEquals(
        Optional.of(new Finding("private key", 2)),
        Secrets.first(text, second, second + body.length()));
  }

  @Test
  void parts_before_and_after_a_key_are_free() {
    String body = corpus.text("abcdefXYZ0123456789", 64);
    String text = "intro\n" + SecretsCorpus.pem("PRIVATE KEY", body) + "outro\n";
    assertEquals(Optional.empty(), Secrets.first(text, 0, "intro".length()));
    assertEquals(Optional.empty(), Secrets.first(text, text.indexOf("outro"), text.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=",
        "a.",
        "ab://",
        "ab://c:d",
        "eyJ-",
        "eyJaaaaaaaa.",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY----------END ",
        "token=abcdefghij0123456789ABCDEF("
      })
  void a_mebibyte_made_to_be_slow_takes_seconds_at_most(String unit) {
    String text = unit.repeat(MIB / unit.length());
    assertTimeout(Duration.ofSeconds(20), () -> Secrets.first(text));
  }

  private static boolean found(String text) {
    return Secrets.first(text).isPresent();
  }
}
