package intandem.home;

import intandem.domain.id.Bytes;
import intandem.domain.id.Epoch;
import intandem.domain.id.Secret;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Keyring.Known;

/** An identity as it is written to disk. */
record KeyFile(
    int version, String workspace, Pair sign, Pair seal, Secret vault, Secret index, First first) {
  static final int VERSION = 1;

  record Pair(Bytes publicKey, Secret privateKey) {
    static Pair of(KeyPair keys) {
      return new Pair(keys.publicKey(), keys.privateKey());
    }

    KeyPair keys() {
      return new KeyPair(publicKey, privateKey);
    }
  }

  record First(int term, Bytes hubKey, int epoch, Secret secret) {
    static First of(Known known) {
      Term term = known.epoch().term();
      return new First(term.number(), term.hubKey(), known.epoch().number(), known.secret());
    }

    Known known() {
      return new Known(new Epoch(new Term(term, hubKey), epoch), secret);
    }
  }

  static KeyFile of(Identity identity) {
    return new KeyFile(
        VERSION,
        identity.workspace().value(),
        Pair.of(identity.sign()),
        Pair.of(identity.seal()),
        identity.vault(),
        identity.index(),
        First.of(identity.first()));
  }

  /**
   * The identity.
   *
   * @throws IllegalArgumentException if a value is out of its bounds
   */
  Identity identity() {
    return new Identity(
        new WorkspaceId(workspace), sign.keys(), seal.keys(), vault, index, first.known());
  }
}
