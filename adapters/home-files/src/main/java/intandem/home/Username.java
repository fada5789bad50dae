package intandem.home;

import intandem.domain.port.StorageException;
import intandem.domain.view.DisplayName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** What this user is called in workspaces joined from now on, in a file of its own. */
public final class Username {
  private static final int LIMIT = 1024;

  private final Path file;
  private final PrivateFiles files;

  Username(Path file, PrivateFiles files) {
    this.file = file;
    this.files = files;
  }

  /**
   * The name; on first use one is made up and kept.
   *
   * @throws StorageException if the file holds anything but a name
   */
  public String read(RandomGenerator entropy) {
    String name =
        files
            .read(file, LIMIT)
            .map(content -> new String(content, StandardCharsets.UTF_8).strip())
            .orElseGet(() -> keep(Words.name(entropy)));
    if (!DisplayName.valid(name)) {
      throw new StorageException(file + " holds no usable name. Run: intandem rename NAME");
    }
    return name;
  }

  /** Changes the name; false, and nothing is changed, for a text that cannot be one. */
  public boolean rename(String name) {
    if (!DisplayName.valid(name)) {
      return false;
    }
    keep(name);
    return true;
  }

  private String keep(String name) {
    files.replace(file, (name + "\n").getBytes(StandardCharsets.UTF_8));
    return name;
  }
}
