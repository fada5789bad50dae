package intandem.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import intandem.domain.port.Tunnel.Fault;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What happened to a passage, to be waited for. */
public final class RecordedPassage implements Tunnel.Events {
  private static final int PATIENCE_SECONDS = 15;

  private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();

  @Override
  public void opened(Endpoint address) {
    events.add(address);
  }

  @Override
  public void closed(Fault fault) {
    events.add(fault);
  }

  /** Where it was opened; fails if the next event is another one. */
  public Endpoint awaitOpened() {
    return assertInstanceOf(Endpoint.class, next());
  }

  /** Why it is down; fails if the next event is another one. */
  public Fault awaitClosed() {
    return assertInstanceOf(Fault.class, next());
  }

  /** Fails if anything happened that was not waited for. */
  public void assertNothingElse() {
    assertEquals(0, events.size(), events::toString);
  }

  private Object next() {
    try {
      Object event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return event == null ? fail("nothing happened") : event;
    } catch (InterruptedException e) {
      return fail(e);
    }
  }
}
