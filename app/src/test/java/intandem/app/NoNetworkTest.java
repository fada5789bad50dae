package intandem.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.port.Link.Ending;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Joining where no hub can be reached: each way of it is told apart. */
class NoNetworkTest {
  private final Desktop desktop;

  NoNetworkTest(@TempDir Path directory) {
    this.desktop = new Desktop(directory, "Bob");
  }

  @AfterEach
  void close() {
    desktop.close();
  }

  private void assertJoinEnds(Ending ending, Endpoint where) throws InterruptedException {
    InviteCode code = InviteCode.random(new Random(7));
    Answer answer = desktop.session("b").asks(new Ask.Join(code, new Ask.Where.At(where)));
    assertEquals(new Answer.Refused(new Refusal.Unreachable(where.toString(), ending)), answer);
  }

  private static ServerSocket socket() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  @Test
  void an_address_where_nobody_listens_is_refused() throws Exception {
    ServerSocket socket = socket();
    Endpoint nobody = new Endpoint("127.0.0.1", socket.getLocalPort());
    socket.close();
    assertJoinEnds(Ending.REFUSED, nobody);
  }

  @Test
  void an_address_that_stays_silent_is_unreachable() throws Exception {
    try (ServerSocket silent = socket()) {
      assertJoinEnds(Ending.UNREACHABLE, new Endpoint("127.0.0.1", silent.getLocalPort()));
    }
  }

  @Test
  void a_name_that_does_not_resolve_is_unknown() throws Exception {
    assertJoinEnds(Ending.UNKNOWN_HOST, new Endpoint("nobody.test", 443));
  }
}
