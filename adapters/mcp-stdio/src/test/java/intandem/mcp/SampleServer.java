package intandem.mcp;

import java.util.List;

/** A whole process over the sample table. */
final class SampleServer {

  private SampleServer() {}

  public static void main(String[] arguments) {
    var info = new ServerInfo("sample", "1", "");
    var offer = new Offer(List.of(SampleTools.echo()), List.of(), List.of());
    new McpFrontend(System.in, System.out, info, offer, Limits.standard()).serve(() -> {});
  }
}
