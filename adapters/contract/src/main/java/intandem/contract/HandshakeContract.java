package intandem.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import intandem.domain.port.Handshake;
import intandem.domain.port.Handshake.Agreed;
import intandem.domain.port.Handshake.Exchange;
import intandem.domain.port.Handshake.Role;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Handshake} does, whatever it computes inside. */
public abstract class HandshakeContract {
  private static final String CODE = "K7QWXP";
  private static final Bytes SESSION = Bytes.utf8("session");
  private static final Bytes CONTEXT = Bytes.utf8("joiner and owner");
  private static final Bytes JOINER_DATA = Bytes.utf8("I am the joiner");
  private static final Bytes OWNER_DATA = Bytes.utf8("I am the owner");
  private static final Bytes OTHER = Bytes.utf8("something else");

  /** The handshake under test. */
  protected abstract Handshake handshake();

  @Test
  void one_code_gives_both_sides_one_key_and_matching_proofs() {
    var run = new Run(joiner(), owner());
    assertEquals(run.joiner().key(), run.owner().key());
    assertEquals(run.joiner().expected(), sent(run.owner()));
    assertEquals(run.owner().expected(), sent(run.joiner()));
  }

  @Test
  void the_two_proofs_of_one_run_differ() {
    var run = new Run(joiner(), owner());
    assertNotEquals(run.joiner().proof(), run.owner().proof());
  }

  @Test
  void two_runs_with_one_code_give_different_shares_and_keys() {
    var first = joiner();
    var second = joiner();
    assertNotEquals(first.share(), second.share());
    assertNotEquals(
        new Run(first, owner()).joiner().key(), new Run(second, owner()).joiner().key());
  }

  @Test
  void a_code_typed_wrong_fails_on_both_sides() {
    assertFailure(new Run(joiner(), begin(Role.OWNER, "K7QWXR", SESSION, CONTEXT, OWNER_DATA)));
  }

  @Test
  void another_session_fails_on_both_sides() {
    assertFailure(new Run(joiner(), begin(Role.OWNER, CODE, OTHER, CONTEXT, OWNER_DATA)));
  }

  @Test
  void another_context_fails_on_both_sides() {
    assertFailure(new Run(joiner(), begin(Role.OWNER, CODE, SESSION, OTHER, OWNER_DATA)));
  }

  @Test
  void two_sides_in_one_role_fail_on_both_sides() {
    assertFailure(new Run(joiner(), begin(Role.JOINER, CODE, SESSION, CONTEXT, OWNER_DATA)));
  }

  @Test
  void the_joiners_data_changed_on_the_way_fails_on_both_sides() {
    var joiner = joiner();
    var owner = owner();
    var atJoiner = joiner.finish(owner.share(), OWNER_DATA).orElseThrow();
    var atOwner = owner.finish(joiner.share(), OTHER).orElseThrow();
    assertFailure(new Run(atJoiner, atOwner));
  }

  @Test
  void the_owners_data_changed_on_the_way_fails_on_both_sides() {
    var joiner = joiner();
    var owner = owner();
    var atJoiner = joiner.finish(owner.share(), OTHER).orElseThrow();
    var atOwner = owner.finish(joiner.share(), JOINER_DATA).orElseThrow();
    assertFailure(new Run(atJoiner, atOwner));
  }

  @Test
  void the_share_of_another_run_fails_on_both_sides() {
    var joiner = joiner();
    var owner = owner();
    var atJoiner = joiner.finish(owner().share(), OWNER_DATA).orElseThrow();
    var atOwner = owner.finish(joiner.share(), JOINER_DATA).orElseThrow();
    assertFailure(new Run(atJoiner, atOwner));
  }

  @Test
  void ones_own_share_reflected_is_refused() {
    var joiner = joiner();
    assertEquals(Optional.empty(), joiner.finish(joiner.share(), OWNER_DATA));
  }

  @Test
  void ones_own_data_reflected_is_refused() {
    assertEquals(Optional.empty(), joiner().finish(owner().share(), JOINER_DATA));
  }

  @Test
  void a_share_of_another_length_is_refused() {
    var share = owner().share();
    assertEquals(Optional.empty(), joiner().finish(Bytes.EMPTY, OWNER_DATA));
    assertEquals(Optional.empty(), joiner().finish(share.slice(1, share.size()), OWNER_DATA));
    assertEquals(Optional.empty(), joiner().finish(Tampering.longer(share), OWNER_DATA));
  }

  @Test
  void an_exchange_answers_one_share_only() {
    var joiner = joiner();
    assertTrue(joiner.finish(owner().share(), OWNER_DATA).isPresent());
    assertEquals(Optional.empty(), joiner.finish(owner().share(), OWNER_DATA));
  }

  private Exchange joiner() {
    return begin(Role.JOINER, CODE, SESSION, CONTEXT, JOINER_DATA);
  }

  private Exchange owner() {
    return begin(Role.OWNER, CODE, SESSION, CONTEXT, OWNER_DATA);
  }

  private Exchange begin(Role role, String code, Bytes session, Bytes context, Bytes data) {
    var password = Secret.of(code.getBytes(StandardCharsets.US_ASCII));
    return handshake().begin(role, password, session, context, data);
  }

  private static void assertFailure(Run run) {
    assertNotEquals(run.joiner().key(), run.owner().key());
    assertNotEquals(run.joiner().expected(), sent(run.owner()));
    assertNotEquals(run.owner().expected(), sent(run.joiner()));
  }

  private static Secret sent(Agreed side) {
    return Secret.of(side.proof().toArray());
  }

  /** What both sides hold after one exchange of messages. */
  private record Run(Agreed joiner, Agreed owner) {
    /** The messages arrive as they were sent. */
    Run(Exchange joiner, Exchange owner) {
      this(
          joiner.finish(owner.share(), OWNER_DATA).orElseThrow(),
          owner.finish(joiner.share(), JOINER_DATA).orElseThrow());
    }
  }
}
