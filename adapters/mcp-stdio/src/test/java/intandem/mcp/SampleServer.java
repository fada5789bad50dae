package intandem.mcp;

import java.util.List;

/** A whole process over the sample table. */
final class SampleServer {

  private SampleServer() {}

  public static void main(String[] arguments) {
    var info = new ServerInfo("sample", "1", "");
    new McpFrontend(System.in, System.out, info, List.of(SampleTools.echo()), Limits.standard())
        .serve(() -> {});
  }
}
