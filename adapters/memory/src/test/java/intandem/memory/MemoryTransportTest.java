package intandem.memory;

import intandem.contract.TransportContract;
import intandem.domain.port.Acceptor;
import intandem.domain.port.Dialer;

final class MemoryTransportTest extends TransportContract {
  private final Mailbag mailbag = new Mailbag();
  private final MemoryProcess process = new MemoryNetwork(mailbag).process("ada");

  @Override
  protected Acceptor acceptor() {
    return process;
  }

  @Override
  protected Dialer dialer() {
    return process;
  }

  @Override
  protected void step() {
    mailbag.deliverAll();
  }
}
