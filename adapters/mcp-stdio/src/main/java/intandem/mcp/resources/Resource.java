package intandem.mcp.resources;

/** A text that a host reads by its address, without a call of the model. */
public record Resource(String uri, String name, String description, Reader reader) {

  /** Where the text comes from. */
  @FunctionalInterface
  public interface Reader {

    /** Runs on a thread of its own, which is interrupted when the client cancels or goes away. */
    String read() throws InterruptedException;
  }
}
