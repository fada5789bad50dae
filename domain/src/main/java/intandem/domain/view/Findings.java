package intandem.domain.view;

import intandem.domain.id.EntryId;
import intandem.domain.id.Hash;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Severity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was found out: the same finding, reported again, is counted and not repeated. */
public final class Findings {
  private static final int LEAST_DIGITS = 6;

  private final Map<Fingerprint, Known> known = new LinkedHashMap<>();
  private final Map<Report, Fingerprint> reports = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  /**
   * A finding as first reported.
   *
   * @param seen how often it was seen, over all reports
   * @param reports how often it was reported
   */
  public record Known(
      String id, Place place, MemberId by, Body.Finding finding, long seen, int reports) {
    private Known again(long count) {
      return new Known(id, place, by, finding, seen + count, reports + 1);
    }
  }

  private record Report(MemberId by, EntryId entry) {}

  /** What makes two reports the same finding. */
  private record Fingerprint(String service, Severity severity, String category, String summary) {
    static Fingerprint of(Body.Finding finding) {
      return new Fingerprint(
          plain(finding.service()),
          finding.severity(),
          plain(finding.category()),
          plain(finding.summary()));
    }

    private static String plain(String text) {
      return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
  }

  /** Takes in a report. */
  Known add(Place place, MemberId by, EntryId entry, Body.Finding finding) {
    Fingerprint fingerprint = Fingerprint.of(finding);
    Known first = known.get(fingerprint);
    Known now =
        first == null
            ? new Known(id(entry), place, by, finding, finding.count(), 1)
            : first.again(finding.count());
    known.put(fingerprint, now);
    reports.put(new Report(by, entry), fingerprint);
    return now;
  }

  private String id(EntryId entry) {
    String digits = Hash.of(Lv.of("intandem/v1/finding").add(entry.value()).bytes()).value().hex();
    int length = LEAST_DIGITS;
    while (!ids.add("F-" + digits.substring(0, length))) {
      length++;
    }
    return "F-" + digits.substring(0, length);
  }

  /** The finding that was reported by that command. */
  public Optional<Known> reportedBy(Origin origin) {
    return Optional.ofNullable(reports.get(new Report(origin.from(), origin.id()))).map(known::get);
  }

  /** All findings, worst first, then the oldest. */
  public List<Known> all() {
    return known.values().stream()
        .sorted(Comparator.comparing(one -> one.finding().severity()))
        .toList();
  }
}
