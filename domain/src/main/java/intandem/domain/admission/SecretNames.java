package intandem.domain.admission;

import java.util.List;
import java.util.regex.Pattern;

/** Which files hold secrets by their name, whatever the case of its letters. */
public final class SecretNames {
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  /** Environments, keys, key stores, credentials; private keys of SSH, which have no extension. */
  private static final Pattern FILE =
      pattern(
          "\\.env(?!\\.example$).*"
              + "|.*\\.(?:pem|key|p12|jks|kdbx|tfstate)"
              + "|id_(?:[^.]*|(?:rsa|dsa|ecdsa|ed25519).*)"
              + "|\\.npmrc|\\.pypirc|\\.netrc|\\.git-credentials");

  private static final Pattern DIRECTORY = pattern("\\.git|\\.ssh|\\.aws");

  private static final Pattern CONFIGURATION =
      pattern("(?:.*/)?(?:\\.kube/config|\\.docker/config\\.json)");

  private SecretNames() {}

  /** Whether a file holds secrets by its name or by a directory that it is in. */
  public static boolean match(List<String> names) {
    List<String> seen = names.stream().map(n -> INVISIBLE.matcher(n).replaceAll("")).toList();
    return FILE.matcher(seen.getLast()).matches()
        || seen.stream().anyMatch(name -> DIRECTORY.matcher(name).matches())
        || CONFIGURATION.matcher(String.join("/", seen)).matches();
  }

  private static Pattern pattern(String names) {
    return Pattern.compile(names, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }
}
