package intandem.project;

import static intandem.project.Content.kept;

import intandem.domain.admission.Limits;
import intandem.domain.admission.ProjectPath;
import intandem.domain.id.Bytes;
import intandem.domain.port.Snippets.Reason;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;

/** A name in a directory. Neither method follows a link that it may be. */
interface Entry {
  /** How a file is opened. */
  Set<OpenOption> READ_ONLY = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  BasicFileAttributes attributes() throws IOException;

  SeekableByteChannel open() throws IOException;

  /**
   * At most one byte more than {@link Limits#FILE_BYTES}. Looks before it opens, since to open a
   * pipe waits for a writer, and looks again after reading, so that it is one file all along. The
   * files of /proc are refused: they say that they are empty and are not.
   */
  default Content read(ProjectPath path) throws IOException {
    BasicFileAttributes before = attributes();
    if (before.isSymbolicLink()) {
      return kept(Reason.LINK, path + " is a symbolic link.");
    }
    if (!before.isRegularFile()) {
      return kept(Reason.NOT_A_FILE, path + " is no regular file.");
    }
    byte[] bytes;
    try (SeekableByteChannel channel = open()) {
      bytes = Channels.newInputStream(channel).readNBytes(Limits.FILE_BYTES + 1);
    }
    BasicFileAttributes after = attributes();
    boolean same =
        after.isRegularFile()
            && Objects.equals(before.fileKey(), after.fileKey())
            && bytes.length <= after.size();
    return same
        ? new Content.Found(Bytes.of(bytes))
        : kept(Reason.UNREADABLE, path + " changed while it was read.");
  }
}
