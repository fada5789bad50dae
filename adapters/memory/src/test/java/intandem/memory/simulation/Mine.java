package intandem.memory.simulation;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Audience;
import intandem.domain.protocol.Header;
import java.util.Optional;

/** What a command is to one member, told from its header alone. */
final class Mine {
  private Mine() {}

  static boolean admitted(Optional<Header.Command> command, MemberId self) {
    return command
        .filter(
            c -> c.act() instanceof Act.AddMember add && MemberId.of(add.signKey()).equals(self))
        .isPresent();
  }

  static boolean letter(Optional<Header.Command> command, MemberId self) {
    return command
        .filter(c -> c.act() instanceof Act.Message && !c.origin().from().equals(self))
        .filter(c -> !(c.to() instanceof Audience.Only only) || only.member().equals(self))
        .isPresent();
  }
}
