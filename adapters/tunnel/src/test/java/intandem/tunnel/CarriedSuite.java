package intandem.tunnel;

import intandem.contract.TunnelContract;
import intandem.domain.id.Endpoint;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract over real sockets. */
abstract class CarriedSuite extends TunnelContract {
  private Answerer answerer;

  @BeforeEach
  void answer() throws IOException {
    answerer = new Answerer();
  }

  @AfterEach
  void stop() throws IOException {
    answerer.close();
  }

  final Answerer answerer() {
    return answerer;
  }

  @Override
  protected final int port() {
    return answerer.port();
  }

  @Override
  protected boolean leads(Endpoint address, int port) throws Exception {
    return Answerer.at(address.host(), address.port(), port);
  }

  @Override
  protected final void awaitNoWay(Endpoint address, int port) throws Exception {
    Eventually.holds("the address leads here", () -> !leads(address, port));
  }
}
