package intandem.tunnel;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel.Fault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads cloudflared's log: the address in a box, then word of a first connection to the edge. */
final class CloudflaredReading implements Reading {
  private static final Pattern BOX =
      Pattern.compile("\\|\\s+https://([a-z0-9-]{1,63}\\.trycloudflare\\.com)\\s+\\|");
  private static final String CONNECTED = "Registered tunnel connection";
  private static final Pattern TROUBLE = Pattern.compile(".*?\\b(ERR|FTL)\\b\\s*(.*)|(failed .*)");

  private Optional<Endpoint> announced = Optional.empty();
  private boolean connected;
  private String trouble = "";

  @Override
  public Optional<Endpoint> line(String line) {
    Matcher box = BOX.matcher(line);
    if (announced.isEmpty() && box.find()) {
      announced = Endpoint.parse(box.group(1));
    }
    connected |= line.contains(CONNECTED);
    Matcher told = TROUBLE.matcher(line);
    if (told.matches()) {
      trouble = told.group(2) == null ? told.group(3) : told.group(2);
    }
    return announced.filter(address -> connected);
  }

  @Override
  public Fault ended() {
    return new Fault(Fault.Kind.UNREACHABLE, trouble);
  }
}
