package intandem.project;

import static intandem.project.Content.kept;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import intandem.domain.admission.ProjectPath;
import intandem.domain.port.Snippets.Reason;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Goes down one name at a time, each from the open directory before it: whatever is swapped
 * meanwhile, no step follows a link.
 */
record DescriptorTree(Path root) implements Tree {

  @Override
  public Content read(ProjectPath path) throws IOException {
    try (DirectoryStream<Path> top = Files.newDirectoryStream(root)) {
      if (top instanceof SecureDirectoryStream<Path> directory) {
        return read(path, directory, path.names());
      }
      throw new IOException(root + " is on a file system without open directories");
    }
  }

  private static Content read(
      ProjectPath path, SecureDirectoryStream<Path> directory, List<String> names)
      throws IOException {
    Name name = new Name(directory, Path.of(names.getFirst()));
    if (names.size() == 1) {
      return name.read(path);
    }
    BasicFileAttributes is = name.attributes();
    if (is.isSymbolicLink()) {
      return kept(Reason.LINK, names.getFirst() + " is a symbolic link.");
    }
    if (!is.isDirectory()) {
      return kept(Reason.MISSING, names.getFirst() + " is no directory.");
    }
    try (SecureDirectoryStream<Path> next =
        directory.newDirectoryStream(name.name(), NOFOLLOW_LINKS)) {
      return read(path, next, names.subList(1, names.size()));
    }
  }

  private record Name(SecureDirectoryStream<Path> directory, Path name) implements Entry {
    @Override
    public BasicFileAttributes attributes() throws IOException {
      return directory
          .getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
          .readAttributes();
    }

    @Override
    public SeekableByteChannel open() throws IOException {
      return directory.newByteChannel(name, READ_ONLY);
    }
  }
}
