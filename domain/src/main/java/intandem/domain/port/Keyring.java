package intandem.domain.port;

import intandem.domain.id.Epoch;
import intandem.domain.id.MemberId;
import intandem.domain.id.Secret;
import intandem.domain.id.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Where a member's secrets live. Methods throw {@link StorageException} when the disk fails. */
public interface Keyring {

  /** Keeps an identity for good, before it is first used; one that is kept is never replaced. */
  void keep(Identity identity);

  /** Keeps the keys of a join before anyone hears of them; durable on return. */
  void prepare(WorkspaceId workspace, Applicant applicant);

  /** Those that became no identity here: nobody knows whether they were let in. */
  List<Applicant> applicants(WorkspaceId workspace);

  /** The identity of that member, if it is kept here. */
  Optional<Identity> find(WorkspaceId workspace, MemberId member);

  /** Destroys an identity, or an applicant; a missing one is fine. */
  void wipe(WorkspaceId workspace, MemberId member);

  /**
   * All the secrets of one membership. Later epochs are unwrapped from the log, earlier ones
   * unwound from the first.
   *
   * @param vault key of the member's own outbox
   * @param index secret of the names of variables
   * @param first the epoch in which the membership began, with its secret
   */
  record Identity(
      WorkspaceId workspace, KeyPair sign, KeyPair seal, Secret vault, Secret index, Known first) {
    /** The member these secrets belong to. */
    public MemberId member() {
      return MemberId.of(sign.publicKey());
    }
  }

  /** The keys with which someone asks to become a member. */
  record Applicant(KeyPair sign, KeyPair seal) {
    /** Fresh ones. */
    public static Applicant fresh(Signer signer, Sealer sealer) {
      return new Applicant(signer.generate(), sealer.generate());
    }

    /** The member it is to be. */
    public MemberId member() {
      return MemberId.of(sign.publicKey());
    }
  }

  /** An epoch's secret. */
  record Known(Epoch epoch, Secret secret) {}
}
