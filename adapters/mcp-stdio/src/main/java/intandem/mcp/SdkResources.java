package intandem.mcp;

import intandem.mcp.resources.Resource;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncResourceSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.lang.System.Logger.Level;
import java.util.List;
import reactor.core.publisher.Mono;

/** Resources in the SDK's terms. */
final class SdkResources {

  private static final System.Logger LOG = System.getLogger(SdkResources.class.getName());
  private static final String TYPE = "text/plain";

  private SdkResources() {}

  static List<AsyncResourceSpecification> specifications(List<Resource> resources) {
    return resources.stream().map(SdkResources::specification).toList();
  }

  private static AsyncResourceSpecification specification(Resource resource) {
    var definition =
        McpSchema.Resource.builder(resource.uri(), resource.name())
            .description(resource.description())
            .mimeType(TYPE)
            .build();
    return new AsyncResourceSpecification(
        definition, (_, _) -> Mono.fromSupplier(() -> result(resource.uri(), text(resource))));
  }

  private static ReadResourceResult result(String uri, String text) {
    var contents = TextResourceContents.builder(uri, text).mimeType(TYPE).build();
    return ReadResourceResult.builder(List.of(contents)).build();
  }

  private static String text(Resource resource) {
    try {
      return resource.reader().read();
    } catch (InterruptedException e) {
      throw failure("Reading " + resource.uri() + " was interrupted.");
    } catch (Throwable e) {
      LOG.log(Level.ERROR, resource.uri() + " could not be read", e);
      throw failure(
          "%s could not be read: a fault of the server (%s)."
              .formatted(resource.uri(), e.getClass().getSimpleName()));
    }
  }

  private static McpError failure(String what) {
    return McpError.builder(ErrorCodes.INTERNAL_ERROR).message(what).build();
  }
}
