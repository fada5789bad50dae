package intandem.contract;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Set;
import java.util.stream.Stream;

/** Answers for the names under {@code .test} (RFC 6761), so that no test asks a name server. */
public final class TestNames extends InetAddressResolverProvider {
  private static final Set<String> KNOWN = Set.of("hub.test", "other.test");

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return new Resolver(configuration.builtinResolver());
  }

  @Override
  public String name() {
    return "names under .test";
  }

  private record Resolver(InetAddressResolver system) implements InetAddressResolver {
    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
        throws UnknownHostException {
      if (KNOWN.contains(host)) {
        return Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
      }
      if (host.endsWith(".test")) {
        throw new UnknownHostException(host);
      }
      return system.lookupByName(host, policy);
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      return system.lookupByAddress(address);
    }
  }
}
