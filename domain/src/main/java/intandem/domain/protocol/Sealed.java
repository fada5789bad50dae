package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.Epoch;
import intandem.domain.id.Head;
import intandem.domain.id.Secret;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;

/** What the two sides of a join tell each other inside the handshake. */
public sealed interface Sealed extends Wire {

  /** The joiner's associated data: versions and fresh keys, authenticated by the handshake. */
  record JoinerData(int version, String suite, Bytes signKey, Bytes sealKey, Bytes nonce)
      implements Sealed {}

  /** The owner's associated data: which workspace, at which head, under which hub key. */
  record OwnerData(
      int version, String suite, WorkspaceId workspace, Bytes ownerKey, Term term, Head head)
      implements Sealed {}

  /** From the joiner, sealed under the handshake's key: its profile. */
  record Hello(Body.Profile profile) implements Sealed {}

  /**
   * From the owner, sealed under the handshake's key: what makes the joiner a member.
   *
   * @param secret of the current epoch; older ones are unwound from it
   * @param indexSecret of the workspace's lifetime, for the names of variables
   * @param head a head that holds the joiner's own admission
   */
  record Welcome(WorkspaceId workspace, Epoch epoch, Secret secret, Secret indexSecret, Head head)
      implements Sealed {}

  /** From the owner, sealed: why a joiner who proved the code is still not admitted. */
  record Regret(String reason) implements Sealed {}
}
