package intandem.tunnel;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel.Events;
import intandem.domain.port.Tunnel.Fault;
import intandem.domain.port.Tunnel.Passage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A passage that lasts as long as a program runs. */
final class CommandPassage implements Child.Listener {
  private final Reading reading;
  private final Events events;
  private boolean open;
  private volatile boolean closed;

  private CommandPassage(Reading reading, Events events) {
    this.reading = reading;
    this.events = events;
  }

  static Passage start(
      List<String> command, Map<String, String> environment, Reading reading, Events events) {
    CommandPassage passage = new CommandPassage(reading, events);
    try {
      Child child = Child.start(command, environment, passage);
      return () -> {
        passage.closed = true;
        child.close();
      };
    } catch (IOException e) {
      events.closed(new Fault(Fault.Kind.NOT_HERE, String.valueOf(e.getMessage())));
      return () -> {};
    }
  }

  @Override
  public void said(String line) {
    Optional<Endpoint> address = reading.line(line);
    if (!open && !closed && address.isPresent()) {
      open = true;
      events.opened(address.get());
    }
  }

  @Override
  public void ended() {
    if (!closed) {
      Fault fault = reading.ended();
      events.closed(open ? new Fault(Fault.Kind.ENDED, fault.detail()) : fault);
    }
  }
}
