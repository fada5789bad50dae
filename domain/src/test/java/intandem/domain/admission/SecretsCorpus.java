package intandem.domain.admission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Samples to measure the rules by. Secrets are made up when the tests run, from a seed. */
final class SecretsCorpus {
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final String ALPHANUMERIC = UPPER + LOWER + DIGITS;
  private static final String BASE64 = ALPHANUMERIC + "+/";
  private static final String URL_SAFE = ALPHANUMERIC + "_-";
  private static final String HEX = DIGITS + "abcdef";

  private static final List<String> PLACES =
      List.of(
          "TOKEN=%s",
          "export DB_PASSWORD='%s'",
          "api_key: %s",
          "  \"clientSecret\": \"%s\",",
          "private static final String API_KEY = \"%s\";",
          "password := \"%s\"",
          "config['auth_token'] = '%s'",
          "curl -H \"Authorization: Bearer %s\" https://api.company.net",
          "<password>%s</password>",
          "https://api.company.net/v1?access_token=%s");

  private static final List<String> PLACES_WITHOUT_NAME =
      List.of("%s", "x = \"%s\"", "git clone https://oauth2:%s@host.net/a.git", "[%s]", "# %s");

  private final Random random = new Random(20);

  /** A text with a secret, and what kind it is. */
  record Sample(String kind, String text) {}

  /** Secrets of the kinds that the rules are for. */
  List<Sample> secrets() {
    List<Sample> samples = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      for (String place : PLACES_WITHOUT_NAME) {
        services(place, samples);
      }
      for (String place : PLACES) {
        values(place, samples);
      }
      urls(samples);
      keys(samples);
    }
    return samples;
  }

  /** Secrets that only someone who reads the text can know for what they are. */
  List<Sample> disguised() {
    return List.of(
        new Sample("short password", "password = \"" + text(ALPHANUMERIC, 12) + '"'),
        new Sample("words", "password: purple-monkey-dishwasher-lamp"),
        new Sample("no name", "db.connect(\"" + text(ALPHANUMERIC, 32) + "\")"),
        new Sample("in pieces", "token = \"" + text(HEX, 16) + "\" + \"" + text(HEX, 16) + '"'),
        new Sample("lower case", "secret = " + text(LOWER, 24)),
        new Sample("next line", "token:\n  " + text(HEX, 32)));
  }

  /** Lines as projects have them, without a secret. */
  static List<String> harmless() {
    try (InputStream lines = SecretsCorpus.class.getResourceAsStream("harmless.txt")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void services(String place, List<Sample> to) {
    add(to, "AWS access key", place, "AKIA" + text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16));
    add(to, "GitHub token", place, "gh" + text("pousr", 1) + "_" + text(ALPHANUMERIC, 36));
    add(
        to,
        "GitHub token",
        place,
        "github" + "_pat_" + text(ALPHANUMERIC, 22) + "_" + text(ALPHANUMERIC, 59));
    add(to, "GitLab token", place, "gl" + "pat-" + text(URL_SAFE, 20));
    add(to, "Google API key", place, "AI" + "za" + text(URL_SAFE, 35));
    add(to, "Anthropic key", place, "sk" + "-ant-api03-" + text(URL_SAFE, 95));
    add(to, "API key", place, "sk" + "-" + text(ALPHANUMERIC, 48));
    add(to, "API key", place, "sk" + "-proj-" + text(URL_SAFE, 120));
    add(to, "API key", place, "sk" + "-" + text(HEX, 32));
    add(to, "JSON Web Token", place, jwt());
    add(
        to,
        "Slack token",
        place,
        "xox" + "b-" + text(DIGITS, 12) + "-" + text(DIGITS, 13) + "-" + text(ALPHANUMERIC, 24));
    add(to, "Stripe key", place, "sk" + "_live_" + text(ALPHANUMERIC, 24));
    add(to, "Stripe key", place, "rk" + "_test_" + text(ALPHANUMERIC, 99));
    add(to, "Stripe key", place, "wh" + "sec_" + text(ALPHANUMERIC, 32));
    add(to, "npm token", place, "npm" + "_" + text(ALPHANUMERIC, 36));
    add(to, "Slack token", place, "xox" + "p-" + text(DIGITS, 12) + "-" + text(HEX, 32));
  }

  private void values(String place, List<Sample> to) {
    add(to, "20 letters and digits", place, text(ALPHANUMERIC, 20));
    add(to, "24 of base64url", place, text(URL_SAFE, 24));
    add(to, "40 of base64", place, text(BASE64, 40));
    add(to, "32 hex digits", place, text(HEX, 32));
    add(to, "64 hex digits", place, text(HEX, 64));
    add(to, "26 lower-case", place, text(ALPHANUMERIC.substring(26), 26));
    add(to, "24 with signs", place, text(ALPHANUMERIC + "!@#%^*", 24));
  }

  private void urls(List<Sample> to) {
    for (String password : List.of(text(ALPHANUMERIC, 24), text(LOWER, 10), "hunter2$Z%40q")) {
      add(to, "password in a URL", "DATABASE_URL=postgres://app:%s@db.company.net/main", password);
      add(to, "password in a URL", "cache = \"redis://:%s@10.0.0.5:6379/0\"", password);
      add(to, "password in a URL", "mongodb+srv://app:%s@cluster0.company.net/?w=1", password);
      add(to, "password in a URL", "git clone https://ada:%s@[::1]/a.git", password);
    }
  }

  private void keys(List<Sample> to) {
    String body = (text(BASE64, 64) + '\n').repeat(3) + text(BASE64, 40);
    for (String type : List.of("", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED ")) {
      String key = pem(type + "PRIVATE KEY", body);
      add(to, "private key", "%s", key);
      add(to, "private key", "{\"private_key\": \"%s\"}", key.replace("\n", "\\n"));
    }
    add(to, "private key", "%s", pem("PGP PRIVATE KEY BLOCK", "\nVersion: 1\n\n" + body));
    add(to, "private key", "%s", "PuTTY-User-Key-" + "File-3: ssh-ed25519\n" + body);
  }

  static String pem(String type, String body) {
    return "-----" + "BEGIN " + type + "-----\n" + body + "\n-----" + "END " + type + "-----\n";
  }

  private String jwt() {
    return "ey"
        + "J"
        + text(URL_SAFE, 33)
        + ".ey"
        + "J"
        + text(URL_SAFE, 80)
        + "."
        + text(URL_SAFE, 43);
  }

  private static void add(List<Sample> to, String kind, String place, String secret) {
    to.add(new Sample(kind, "import java.util.List;\n\n" + place.formatted(secret) + "\n}\n"));
  }

  String text(String alphabet, int length) {
    return random
        .ints(length, 0, alphabet.length())
        .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
        .collect(Collectors.joining());
  }
}
