package intandem.mcp;

import intandem.domain.tandem.Tandem;
import intandem.mcp.prompts.Prompt;
import intandem.mcp.prompts.Prompts;
import intandem.mcp.resources.Resource;
import intandem.mcp.resources.Resources;
import intandem.mcp.tools.Setting;
import intandem.mcp.tools.Tool;
import intandem.mcp.tools.Tools;
import java.util.List;

/** What a server has for its host: tools for the model, texts to read, commands for the user. */
public record Offer(List<Tool> tools, List<Resource> resources, List<Prompt> prompts) {

  public Offer {
    tools = List.copyOf(tools);
    resources = List.copyOf(resources);
    prompts = List.copyOf(prompts);
  }

  /** Everything that InTandem has. */
  public static Offer of(Tandem tandem, Setting setting) {
    return new Offer(Tools.of(tandem, setting), Resources.of(tandem, setting), Prompts.all());
  }
}
