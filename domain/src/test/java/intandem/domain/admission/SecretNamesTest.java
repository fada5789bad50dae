package intandem.domain.admission;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env",
        ".ENV",
        "app/.env.production",
        ".env.example.local",
        ".envrc",
        "tls/server.pem",
        "Server.KEY",
        "store.p12",
        "store.jks",
        "vault.kdbx",
        "id_rsa",
        "keys/id_ed25519",
        "id_ed25519.pub",
        "id_work",
        ".npmrc",
        ".pypirc",
        ".netrc",
        ".git-credentials",
        ".aws/credentials",
        "home/.AWS/sso/cache/1.json",
        ".ssh/config",
        ".\u017f\u017fh/config",
        ".s\u200bsh/config",
        ".\u212Aube/config",
        ".kube/config",
        "home/.kube/config",
        "infra/prod.tfstate",
        ".docker/config.json",
        ".git/config",
        "module/.GIT/HEAD"
      })
  void a_file_named_like_this_holds_secrets(String path) {
    assertTrue(SecretNames.match(List.of(path.split("/"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env.example",
        "env",
        "environment.ts",
        "Key.java",
        "keys.md",
        "id_token.ts",
        "id_generator.py",
        "kube/config",
        ".kube/readme.md",
        "config.json",
        ".docker/Dockerfile",
        "docker/config.json",
        ".gitignore",
        ".github/workflows/build.yml",
        "aws/main.tf",
        "pem/Main.java",
        "a.pem.txt"
      })
  void a_file_named_like_this_is_like_any_other(String path) {
    assertFalse(SecretNames.match(List.of(path.split("/"))));
  }
}
