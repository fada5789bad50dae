package intandem.domain.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.EntryId;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Severity;
import intandem.domain.view.Findings.Known;
import intandem.domain.workspace.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final MemberId ANA = World.id("ana");
  private static final MemberId BO = World.id("bo");
  private static final Body.Finding CENT = finding("checkout", Severity.HIGH, "money", "a cent");

  private final Findings findings = new Findings();
  private int index;

  private static Body.Finding finding(
      String service, Severity severity, String category, String summary) {
    return new Body.Finding(service, severity, summary, category, 3, List.of(), "fix it", "");
  }

  private static EntryId entry(long number) {
    return new EntryId(Hash.of(Lv.of("entry").add(number).bytes()).value().slice(0, EntryId.SIZE));
  }

  private Known report(MemberId by, long entry, Body.Finding finding) {
    Place place = new Place(new Term(1, World.key("hub")), ++index, NOW);
    return findings.add(place, by, entry(entry), finding);
  }

  private static String hash(long entry) {
    return Hash.of(Lv.of("intandem/v1/finding").add(entry(entry).value()).bytes()).value().hex();
  }

  @Test
  void a_finding_is_known_as_it_was_reported_first() {
    Known known = report(ANA, 1, CENT);
    assertEquals(List.of(known), findings.all());
    assertEquals(new Known(known.id(), known.place(), ANA, CENT, 3, 1), known);
  }

  @Test
  void the_same_finding_is_counted_and_not_repeated() {
    Known first = report(ANA, 1, CENT);
    Known again = report(BO, 2, CENT);
    assertEquals(new Known(first.id(), first.place(), ANA, CENT, 6, 2), again);
    assertEquals(List.of(again), findings.all());
  }

  @Test
  void case_and_white_space_make_no_other_finding() {
    report(ANA, 1, CENT);
    report(ANA, 2, finding(" Checkout", Severity.HIGH, "MONEY\n", "A  \t cent "));
    assertEquals(2, findings.all().getFirst().reports());
  }

  @Test
  void another_service_severity_category_or_summary_makes_another_finding() {
    report(ANA, 1, CENT);
    report(ANA, 2, finding("cart", Severity.HIGH, "money", "a cent"));
    report(ANA, 3, finding("checkout", Severity.LOW, "money", "a cent"));
    report(ANA, 4, finding("checkout", Severity.HIGH, "time", "a cent"));
    report(ANA, 5, finding("checkout", Severity.HIGH, "money", "two cents"));
    assertEquals(5, findings.all().size());
  }

  @Test
  void the_worst_come_first_and_then_the_oldest() {
    Known low = report(ANA, 1, finding("a", Severity.LOW, "c", "s"));
    Known high = report(ANA, 2, finding("b", Severity.HIGH, "c", "s"));
    Known later = report(ANA, 3, finding("c", Severity.HIGH, "c", "s"));
    report(ANA, 4, finding("b", Severity.HIGH, "c", "s"));
    assertEquals(
        List.of(high.id(), later.id(), low.id()), findings.all().stream().map(Known::id).toList());
  }

  @Test
  void each_report_leads_to_its_finding_as_it_is_now() {
    report(ANA, 1, CENT);
    Known now = report(BO, 2, CENT);
    for (var origin : List.of(origin(ANA, 1), origin(BO, 2))) {
      assertEquals(Optional.of(now), findings.reportedBy(origin));
    }
    assertEquals(Optional.empty(), findings.reportedBy(origin(BO, 1)));
  }

  private static Origin origin(MemberId by, long entry) {
    return new Origin(by, entry(entry), 1, Hash.ZERO, Head.START, NOW);
  }

  @Test
  void findings_whose_ids_begin_alike_get_a_digit_more() {
    Map<String, Long> seen = new HashMap<>();
    long second = 0;
    while (seen.putIfAbsent(hash(second).substring(0, 6), second) == null) {
      second++;
    }
    long first = Optional.ofNullable(seen.get(hash(second).substring(0, 6))).orElseThrow();
    Known one = report(ANA, first, CENT);
    Known other = report(ANA, second, finding("cart", Severity.LOW, "c", "s"));
    assertEquals("F-" + hash(first).substring(0, 6), one.id());
    assertEquals("F-" + hash(second).substring(0, 7), other.id());
  }
}
