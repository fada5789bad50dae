package intandem.memory;

import static org.junit.jupiter.api.Assertions.assertFalse;

import intandem.contract.TunnelContract;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import java.util.OptionalInt;

final class MemoryTunnelTest extends TunnelContract {
  private final MemoryTunnel tunnel = new MemoryTunnel();

  @Override
  protected Tunnel tunnel() {
    return tunnel;
  }

  @Override
  protected int port() {
    return 4001;
  }

  @Override
  protected boolean leads(Endpoint address, int port) {
    return tunnel.leadsTo(address).equals(OptionalInt.of(port));
  }

  @Override
  protected void awaitNoWay(Endpoint address, int port) {
    assertFalse(leads(address, port));
  }

  @Override
  protected void carrierGoes() {
    tunnel.reachable(false);
  }

  @Override
  protected void carrierReturns() {
    tunnel.reachable(true);
  }
}
