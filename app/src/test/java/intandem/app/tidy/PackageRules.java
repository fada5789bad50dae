package intandem.app.tidy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The size of packages, and that they need each other one way only, read from their sources. */
final class PackageRules {
  static final int FILES = 24;

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?([a-z]\\w*(?:\\.[a-z]\\w*)*)\\.[A-Z]");

  private final Map<String, Integer> files = new TreeMap<>();
  private final Map<String, Set<String>> needs = new HashMap<>();

  private PackageRules(List<String> sources) {
    for (var source : sources) {
      var name = matches(PACKAGE, source).findFirst().orElseThrow();
      files.merge(name, 1, Integer::sum);
      var needed = needs.computeIfAbsent(name, _ -> new HashSet<>());
      matches(IMPORT, source).forEach(needed::add);
      needed.remove(name);
    }
  }

  private static Stream<String> matches(Pattern pattern, String source) {
    return pattern.matcher(source).results().map(match -> match.group(1));
  }

  /** Checks the packages that these sources make up, but not the size of those named. */
  static List<Violation> check(List<String> sources, Set<String> large) {
    var rules = new PackageRules(sources);
    return Stream.concat(
            rules.files.entrySet().stream()
                .filter(entry -> entry.getValue() > FILES && !large.contains(entry.getKey()))
                .map(
                    entry ->
                        violation(entry.getKey(), "package has more than " + FILES + " files")),
            rules.files.keySet().stream()
                .filter(name -> rules.reached(name).contains(name))
                .map(name -> violation(name, "package needs what needs it: " + rules.circle(name))))
        .toList();
  }

  private static Violation violation(String name, String rule) {
    return new Violation(name.replace('.', '/'), 1, rule);
  }

  /** All packages that one needs, itself among them if one of them needs it. */
  private Set<String> reached(String from) {
    Set<String> reached = new HashSet<>();
    List<String> fresh = List.of(from);
    while (!fresh.isEmpty()) {
      fresh =
          fresh.stream()
              .flatMap(name -> needs.getOrDefault(name, Set.of()).stream())
              .filter(reached::add)
              .toList();
    }
    return reached;
  }

  private List<String> circle(String name) {
    return reached(name).stream().filter(other -> reached(other).contains(name)).sorted().toList();
  }
}
