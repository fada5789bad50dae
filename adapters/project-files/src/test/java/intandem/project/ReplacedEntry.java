package intandem.project;

import intandem.domain.admission.ProjectPath;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** A file that another takes the place of as soon as it is open. */
record ReplacedEntry(Path file, Path other) implements Entry {
  static final ProjectPath PATH = new ProjectPath(List.of("a.txt"));

  @Override
  public BasicFileAttributes attributes() throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public SeekableByteChannel open() throws IOException {
    SeekableByteChannel open = Files.newByteChannel(file, READ_ONLY);
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
    return open;
  }
}
