package intandem.contract;

import static intandem.contract.StorageSamples.bytes;
import static intandem.contract.StorageSamples.term;
import static intandem.contract.StorageSamples.workspace;
import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Epoch;
import intandem.domain.id.Secret;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring;
import intandem.domain.port.Keyring.Applicant;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Keyring.Known;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link Keyring} must do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class KeyringContract {

  /** An empty keyring, the same one throughout a test. */
  protected abstract Keyring keyring();

  /** An identity; its secrets differ from those of every other variant. */
  protected static Identity identity(int workspace, int member, String variant) {
    return new Identity(
        workspace(workspace),
        new KeyPair(bytes(32, "sign key", member), secret(variant + " sign", member)),
        new KeyPair(bytes(32, variant + " seal key", member), secret(variant + " seal", member)),
        secret(variant + " vault", member),
        secret(variant + " index", member),
        new Known(new Epoch(term(2), 3), secret(variant + " epoch", member)));
  }

  @Test
  void an_identity_comes_back_as_it_was_kept() {
    Identity identity = identity(1, 1, "first");
    keyring().keep(identity);
    assertEquals(Optional.of(identity), find(identity));
  }

  @Test
  void an_identity_never_kept_is_not_found() {
    keyring().keep(identity(1, 1, "first"));
    assertEquals(Optional.empty(), find(identity(1, 2, "first")));
    assertEquals(Optional.empty(), find(identity(2, 1, "first")));
  }

  @Test
  void an_identity_that_is_kept_is_never_replaced() {
    Identity first = identity(1, 1, "first");
    keyring().keep(first);
    keyring().keep(identity(1, 1, "second"));
    assertEquals(Optional.of(first), find(first));
  }

  @Test
  void a_wiped_identity_is_gone_and_the_others_are_not() {
    Identity gone = identity(1, 1, "first");
    Identity stays = identity(1, 2, "first");
    keyring().keep(gone);
    keyring().keep(stays);
    keyring().wipe(gone.workspace(), gone.member());
    assertEquals(Optional.empty(), find(gone));
    assertEquals(Optional.of(stays), find(stays));
  }

  @Test
  void wiping_what_is_not_there_is_fine() {
    Identity stays = identity(1, 1, "first");
    keyring().keep(stays);
    keyring().wipe(workspace(2), stays.member());
    assertEquals(Optional.of(stays), find(stays));
  }

  private static Applicant applicant(Identity identity) {
    return new Applicant(identity.sign(), identity.seal());
  }

  @Test
  void the_keys_of_a_join_come_back_as_they_were_prepared() {
    Applicant first = applicant(identity(1, 1, "first"));
    Applicant second = applicant(identity(1, 2, "first"));
    keyring().prepare(workspace(1), first);
    keyring().prepare(workspace(1), second);
    assertEquals(Set.of(first, second), Set.copyOf(keyring().applicants(workspace(1))));
    assertEquals(List.of(), keyring().applicants(workspace(2)));
  }

  @Test
  void an_applicant_is_no_identity() {
    Identity identity = identity(1, 1, "first");
    keyring().prepare(workspace(1), applicant(identity));
    assertEquals(Optional.empty(), find(identity));
  }

  @Test
  void who_was_let_in_is_no_applicant_any_more() {
    Identity identity = identity(1, 1, "first");
    keyring().prepare(workspace(1), applicant(identity));
    keyring().keep(identity);
    assertEquals(List.of(), keyring().applicants(workspace(1)));
    assertEquals(Optional.of(identity), find(identity));
  }

  @Test
  void a_wiped_applicant_is_gone() {
    Identity identity = identity(1, 1, "first");
    keyring().prepare(workspace(1), applicant(identity));
    keyring().wipe(workspace(1), identity.member());
    assertEquals(List.of(), keyring().applicants(workspace(1)));
  }

  private Optional<Identity> find(Identity identity) {
    return keyring().find(identity.workspace(), identity.member());
  }

  private static Secret secret(String kind, int number) {
    return Secret.of(bytes(32, kind, number).toArray());
  }
}
