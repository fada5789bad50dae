package intandem.domain.session.succession;

import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Signer;
import intandem.domain.protocol.Handover;
import intandem.domain.protocol.Standing;
import intandem.domain.protocol.Standing.Contact;
import intandem.domain.session.core.Core;
import intandem.domain.session.link.Addresses;
import intandem.domain.workspace.Member;
import java.util.Comparator;
import java.util.List;

/** Members' signed words on who leads: made and checked. */
final class Standings {
  private static final int NONCE_SIZE = 16;

  /** Whoever holds more of the log first. */
  static final Comparator<Standing> BY_LOG =
      Comparator.comparing(Standing::term)
          .thenComparingLong(standing -> standing.head().index())
          .reversed();

  private Standings() {}

  static Bytes nonce(Core core) {
    return Bytes.random(core.ports.entropy(), NONCE_SIZE);
  }

  /** Where this member stands, signed. */
  static Standing of(Core core, Bytes nonce, Contact contact) {
    Standing unsigned =
        new Standing(
            core.self(),
            nonce,
            core.term().orElseThrow(),
            core.replica().head(),
            contact,
            contact == Contact.HEARD ? hubAt(core) : List.of(),
            Bytes.EMPTY);
    return unsigned.signed(sign(core, unsigned.signingInput(core.identity.workspace())));
  }

  private static List<String> hubAt(Core core) {
    return core.hosting()
        ? core.endpoint().map(core.reaching::addresses).orElse(List.of())
        : core.replica().view().addressesOf(core.workspace().reign().owner()).stream()
            .limit(Standing.MOST_PLACES)
            .toList();
  }

  private static Bytes sign(Core core, Bytes input) {
    return core.ports.signer().sign(core.identity.sign().privateKey(), input);
  }

  /** Where they hear a hub, that of the highest term first. */
  static List<Endpoint> hubs(List<Standing> standings) {
    return standings.stream()
        .sorted(Comparator.comparing(Standing::term).reversed())
        .flatMap(standing -> Addresses.parse(standing.hubAt()).stream())
        .distinct()
        .toList();
  }

  /** Whether it is the word of a member. */
  static boolean genuine(Core core, Standing standing) {
    Bytes input = standing.signingInput(core.identity.workspace());
    return core.workspace()
        .roster()
        .find(standing.from())
        .filter(Member::active)
        .filter(m -> core.ports.signer().verify(m.keys().sign(), input, standing.signature()))
        .isPresent();
  }

  /** This member's word that another one is to lead. */
  static Handover handover(Core core, Member to) {
    var term = core.term().orElseThrow();
    Bytes input = Handover.signingInput(core.identity.workspace(), core.self(), to.id(), term);
    return new Handover(core.self(), to.id(), term, sign(core, input));
  }

  /** Whether it is the word of who leads now. */
  static boolean genuine(Core core, Handover handover) {
    Signer signer = core.ports.signer();
    Bytes input = handover.signingInput(core.identity.workspace());
    return core.workspace().ownedBy(handover.from())
        && core.term().filter(handover.term()::equals).isPresent()
        && core.workspace()
            .roster()
            .find(handover.from())
            .filter(m -> signer.verify(m.keys().sign(), input, handover.signature()))
            .isPresent();
  }
}
