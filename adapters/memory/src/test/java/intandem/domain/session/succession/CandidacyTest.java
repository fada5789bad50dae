package intandem.domain.session.succession;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.Term;
import intandem.domain.protocol.Waking;
import intandem.domain.session.core.Duo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandidacyTest {
  private final Candidacy candidacy = new Candidacy(new Duo(Waking.NONE).ana.core);

  private static Optional<Term> term(int number) {
    return Optional.of(new Term(number, Bytes.of(new byte[32])));
  }

  @Test
  void the_next_term_is_one_above_ones_own() {
    assertEquals(2, candidacy.number(Optional.empty(), List.of()));
  }

  @Test
  void the_next_term_is_one_above_that_of_a_hub_that_does_not_know_one() {
    assertEquals(8, candidacy.number(term(7), List.of()));
  }

  @Test
  void a_number_that_nobody_can_have_reached_is_not_believed() {
    assertEquals(2, candidacy.number(term(Integer.MAX_VALUE), List.of()));
  }
}
