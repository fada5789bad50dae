package intandem.websocket;

import intandem.contract.TransportContract;
import intandem.domain.port.Acceptor;
import intandem.domain.port.Dialer;
import org.junit.jupiter.api.AfterEach;

final class WebSocketTransportTest extends TransportContract {
  private final WebSocketNetwork network = new WebSocketNetwork(Timeouts.standard());

  @Override
  protected Acceptor acceptor() {
    return network.acceptor(ListenerRules.local());
  }

  @Override
  protected Dialer dialer() {
    return network;
  }

  @AfterEach
  void close() {
    network.close();
  }
}
