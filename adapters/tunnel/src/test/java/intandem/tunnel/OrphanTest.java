package intandem.tunnel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a carrier's program when the process that started it is gone. */
final class OrphanTest {
  @TempDir private Path directory;

  /** Opens a tunnel, prints its address, and waits to be killed. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] arguments) throws InterruptedException {
      var tunnel = new CloudflaredTunnel(Path.of(arguments[0]), StandIn.ENVIRONMENT);
      var events =
          new intandem.domain.port.Tunnel.Events() {
            @Override
            public void opened(intandem.domain.id.Endpoint address) {
              System.out.println(address.host());
            }

            @Override
            public void closed(intandem.domain.port.Tunnel.Fault fault) {
              System.out.println(fault);
            }
          };
      try (var _ = tunnel.open(4001, Optional.empty(), events)) {
        new CountDownLatch(1).await();
      }
    }
  }

  @Test
  void it_ends_when_that_process_is_killed() throws Exception {
    StandIn cloudflared = new StandIn(directory);
    Process owner =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Owner.class.getName(),
                    cloudflared.binary().toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var reader =
        new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8))) {
      String host = reader.readLine();
      assertTrue(cloudflared.run(host).findAny().isPresent());
      owner.destroyForcibly();
      Eventually.holds("it ended", () -> cloudflared.run(host).findAny().isEmpty());
    } finally {
      owner.destroyForcibly();
    }
  }
}
