package intandem.domain.view;

import intandem.domain.id.MemberId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What members are called: the name each asked for, with a suffix where an earlier one has it, or
 * one that looks like it.
 */
final class Names {
  private final Map<MemberId, String> names = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, MemberId> owners = new HashMap<>();

  /** Gives a member its name, once and for all. */
  void give(MemberId member, String wanted) {
    if (names.containsKey(member)) {
      return;
    }
    String base = DisplayName.valid(wanted) ? wanted : "Member";
    String name = base;
    for (int suffix = 2; !taken.add(DisplayName.skeleton(name)); suffix++) {
      name = base + "-" + suffix;
    }
    names.put(member, name);
    owners.put(key(name), member);
  }

  String of(MemberId member) {
    return names.getOrDefault(member, member.value());
  }

  Optional<MemberId> find(String name) {
    return Optional.ofNullable(owners.get(key(name)));
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
