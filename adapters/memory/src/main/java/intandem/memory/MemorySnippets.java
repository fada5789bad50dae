package intandem.memory;

import intandem.domain.admission.Disclosure;
import intandem.domain.admission.ProjectPath;
import intandem.domain.admission.ProjectPath.Invalid;
import intandem.domain.admission.ProjectPath.Valid;
import intandem.domain.id.Bytes;
import intandem.domain.port.Snippets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A project whose files are texts in memory. */
public final class MemorySnippets implements Snippets {
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Disclosure disclosure;

  /** An empty project, from which a text of so many bytes after JSON escaping is taken at most. */
  public MemorySnippets(int bytes) {
    this.disclosure = new Disclosure(bytes, false);
  }

  /** Puts a file into the project, or replaces it. */
  public void write(String path, String text) {
    texts.put(path, text);
  }

  @Override
  public Reading read(String path, int from, int to) {
    return switch (ProjectPath.parse(path)) {
      case Invalid(Refused refused) -> refused;
      case Valid(ProjectPath file) ->
          disclosure
              .refusal(file.names())
              .<Reading>map(refused -> refused)
              .orElseGet(() -> lines(file, from, to));
    };
  }

  private Reading lines(ProjectPath file, int from, int to) {
    return Optional.ofNullable(texts.get(file.toString()))
        .map(text -> disclosure.lines(file, Bytes.utf8(text), from, to))
        .orElseGet(() -> missing(file));
  }

  private Refused missing(ProjectPath file) {
    return texts.keySet().stream().anyMatch(path -> path.startsWith(file + "/"))
        ? new Refused(Reason.NOT_A_FILE, file + " is a directory.")
        : new Refused(Reason.MISSING, "There is no " + file + ".");
  }
}
