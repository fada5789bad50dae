package intandem.domain.session.drafting;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.People;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.util.Optional;

/** Writes the end of a membership. */
final class Removing {
  private final Core core;
  private final People people;

  Removing(Core core) {
    this.core = core;
    this.people = new People(core);
  }

  Written write(Ask.Remove ask) {
    if (!core.workspace().ownedBy(core.self())) {
      return new Written.Refused(people.ownerOnly());
    }
    Optional<MemberId> member = people.findActive(ask.name());
    if (member.isEmpty()) {
      return new Written.Refused(people.noSuch(ask.name()));
    }
    Act removal = new Act.RemoveMember(member.get(), EpochKeys.UNMADE);
    return member.get().equals(core.self())
        ? new Written.Refused(new Refusal.OwnerStays())
        : new Written.Command(new Recipient.All(), removal, new Body.None());
  }
}
