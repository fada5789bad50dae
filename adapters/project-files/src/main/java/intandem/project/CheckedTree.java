package intandem.project;

import static intandem.project.Content.kept;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import intandem.domain.admission.ProjectPath;
import intandem.domain.port.Snippets.Reason;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * For file systems without open directories: checks before and after that the directory's real path
 * is its path. A directory that is swapped for a link and back between the two is not noticed.
 */
record CheckedTree(Path root) implements Tree {

  @Override
  public Content read(ProjectPath path) throws IOException {
    Path file = root.resolve(path.toString());
    Path directory = file.resolveSibling("");
    if (hasLinks(directory)) {
      return kept(Reason.LINK, path + " has another real path.");
    }
    if (!Files.isDirectory(directory, NOFOLLOW_LINKS)) {
      return kept(Reason.MISSING, "There is no directory for " + path + ".");
    }
    Content content = new Name(file).read(path);
    return hasLinks(directory)
        ? kept(Reason.UNREADABLE, path + " changed while it was read.")
        : content;
  }

  private static boolean hasLinks(Path directory) throws IOException {
    return !directory.toRealPath().equals(directory);
  }

  private record Name(Path file) implements Entry {
    @Override
    public BasicFileAttributes attributes() throws IOException {
      return Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
    }

    @Override
    public SeekableByteChannel open() throws IOException {
      return Files.newByteChannel(file, READ_ONLY);
    }
  }
}
