package intandem.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import intandem.domain.port.Tunnel.Fault;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link Tunnel} with a carrier must do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class TunnelContract {
  private final RecordedPassage events = new RecordedPassage();

  /** The tunnel of a carrier that can be reached, the same one throughout a test. */
  protected abstract Tunnel tunnel() throws Exception;

  /** A port of this machine where something answers. */
  protected abstract int port();

  /** Whether one who dials the address comes to that port. */
  protected abstract boolean leads(Endpoint address, int port) throws Exception;

  /** Waits until the address leads to that port no more. */
  protected abstract void awaitNoWay(Endpoint address, int port) throws Exception;

  /** The carrier can no longer be reached, and what it carried drops. */
  protected abstract void carrierGoes() throws Exception;

  /** The carrier can be reached again. */
  protected abstract void carrierReturns() throws Exception;

  @Test
  void an_open_tunnel_leads_to_the_port() throws Exception {
    try (var _ = open()) {
      assertTrue(leads(events.awaitOpened(), port()));
    }
  }

  @Test
  void a_closed_tunnel_leads_nowhere_and_says_nothing() throws Exception {
    Tunnel.Passage passage = open();
    Endpoint address = events.awaitOpened();
    passage.close();
    passage.close();
    awaitNoWay(address, port());
    events.assertNothingElse();
  }

  @Test
  void a_tunnel_whose_carrier_goes_says_so_once() throws Exception {
    try (var _ = open()) {
      Endpoint address = events.awaitOpened();
      carrierGoes();
      assertEquals(Fault.Kind.ENDED, events.awaitClosed().kind());
      awaitNoWay(address, port());
      events.assertNothingElse();
    }
  }

  @Test
  void without_its_carrier_a_tunnel_does_not_open() throws Exception {
    Tunnel tunnel = tunnel();
    carrierGoes();
    try (var _ = tunnel.open(port(), Optional.empty(), events)) {
      assertEquals(Fault.Kind.UNREACHABLE, events.awaitClosed().kind());
      events.assertNothingElse();
    }
  }

  @Test
  void once_the_carrier_is_back_the_tunnel_opens_again_where_it_was() throws Exception {
    Endpoint before;
    try (var _ = open()) {
      before = events.awaitOpened();
      carrierGoes();
      events.awaitClosed();
    }
    carrierReturns();
    try (var _ = tunnel().open(port(), Optional.of(before), events)) {
      Endpoint again = events.awaitOpened();
      assertEquals(keepsAddresses(), again.equals(before));
      assertTrue(leads(again, port()));
    }
  }

  @Test
  void two_tunnels_do_not_get_into_each_others_way() throws Exception {
    RecordedPassage others = new RecordedPassage();
    Tunnel.Passage one = open();
    try (var _ = tunnel().open(port(), Optional.empty(), others)) {
      Endpoint here = events.awaitOpened();
      Endpoint there = others.awaitOpened();
      assertNotEquals(here, there);
      assertTrue(leads(here, port()));
      one.close();
      awaitNoWay(here, port());
      assertTrue(leads(there, port()));
    }
  }

  /** Whether the carrier gives the address of before to one who asks for it. */
  protected boolean keepsAddresses() {
    return true;
  }

  private Tunnel.Passage open() throws Exception {
    return tunnel().open(port(), Optional.empty(), events);
  }
}
