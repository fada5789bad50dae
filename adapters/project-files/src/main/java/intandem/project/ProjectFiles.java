package intandem.project;

import static intandem.project.Content.kept;

import intandem.domain.admission.Disclosure;
import intandem.domain.admission.ProjectPath;
import intandem.domain.admission.ProjectPath.Invalid;
import intandem.domain.admission.ProjectPath.Valid;
import intandem.domain.id.Bytes;
import intandem.domain.port.Snippets;
import intandem.domain.port.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The project in a directory. An absolute path is understood if it leads there by its names. */
public final class ProjectFiles implements Snippets {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Root root;
  private final Tree tree;
  private final Git git;
  private final Policy policy;
  private final Disclosure disclosure;

  ProjectFiles(Root root, Tree tree, Git git, Policy policy, int bytes) {
    this.root = root;
    this.tree = tree;
    this.git = git;
    this.policy = policy;
    this.disclosure = new Disclosure(bytes, policy.secretsAllowed());
  }

  /**
   * The project in that directory; a link to it is followed once, here.
   *
   * @param bytes what a text taken may need after JSON escaping
   * @throws StorageException if it is no directory that can be read
   */
  public static ProjectFiles in(Path directory, Policy policy, int bytes) {
    Root root = Root.of(directory);
    return new ProjectFiles(root, Tree.of(root.real()), new Git("git", PATIENCE), policy, bytes);
  }

  @Override
  public Reading read(String path, int from, int to) {
    return switch (ProjectPath.parse(root.relative(path))) {
      case Invalid(Refused refused) -> refused;
      case Valid(ProjectPath file) ->
          switch (content(file)) {
            case Content.Kept(Refused refused) -> refused;
            case Content.Found(Bytes bytes) -> disclosure.lines(file, bytes, from, to);
          };
    };
  }

  private Content content(ProjectPath file) {
    Optional<Refused> secret = disclosure.refusal(root.names(file));
    if (secret.isPresent()) {
      return new Content.Kept(secret.get());
    }
    Content content = bytes(file);
    return content instanceof Content.Found
        ? ignored(file).<Content>map(Content.Kept::new).orElse(content)
        : content;
  }

  private Optional<Refused> ignored(ProjectPath file) {
    return policy.ignoredAllowed()
        ? Optional.empty()
        : git.refusal(root.real(), root.resolve(file));
  }

  private Content bytes(ProjectPath file) {
    try {
      return tree.read(file);
    } catch (NoSuchFileException e) {
      return kept(Reason.MISSING, "There is no " + file + ".");
    } catch (AccessDeniedException e) {
      return kept(Reason.UNREADABLE, "The system does not allow to read " + file + ".");
    } catch (InvalidPathException e) {
      return kept(Reason.BAD_NAME, "This system's character set cannot name " + file + ".");
    } catch (IOException e) {
      return kept(Reason.UNREADABLE, file + " cannot be read: " + e.getMessage());
    }
  }
}
