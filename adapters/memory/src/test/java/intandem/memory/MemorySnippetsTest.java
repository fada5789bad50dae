package intandem.memory;

import intandem.contract.SnippetsContract;
import intandem.domain.port.Snippets;

final class MemorySnippetsTest extends SnippetsContract {
  private final MemorySnippets snippets = new MemorySnippets(LIMIT);

  @Override
  protected Snippets snippets() {
    return snippets;
  }

  @Override
  protected void write(String path, String text) {
    snippets.write(path, text);
  }
}
