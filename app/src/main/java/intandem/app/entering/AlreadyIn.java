package intandem.app.entering;

import intandem.app.seat.Opened;
import intandem.domain.id.Endpoint;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;

/** What whoever sits in a workspace is answered who asks to enter one. */
final class AlreadyIn {
  private AlreadyIn() {}

  /** Nobody enters twice; but whoever has lost the hub may be told where it is. */
  static Answer answer(Opened opened, Ask.Entry ask) throws InterruptedException {
    if (ask instanceof Ask.Rejoin(var which, Ask.Where.At(Endpoint hub))
        && Returning.fits(opened.identity().workspace(), which)) {
      return opened.seat().ask(new Ask.Seek(hub));
    }
    Answer here = opened.seat().ask(new Ask.Peers());
    String name = here instanceof Answer.Present(var briefing) ? briefing.name() : "";
    return new Answer.Refused(new Refusal.AlreadyIn(name));
  }
}
