package intandem.home;

import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.DamageException;
import intandem.domain.port.Keyring;
import intandem.domain.port.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One file for each identity: {@code keys/<workspace>/<member>.json}. */
final class FileKeyring implements Keyring {
  private static final int LIMIT = 16 * 1024;
  private static final String ENDING = ".json";

  private final Path directory;
  private final PrivateFiles files;

  FileKeyring(Path directory, PrivateFiles files) {
    this.directory = directory;
    this.files = files;
  }

  @Override
  public void keep(Identity identity) {
    Path file = file(identity.workspace(), identity.member());
    if (Files.exists(file)) {
      return;
    }
    byte[] json = Json.write(KeyFile.of(identity));
    files.replace(file, json);
    Arrays.fill(json, (byte) 0);
  }

  @Override
  public Optional<Identity> find(WorkspaceId workspace, MemberId member) {
    Path file = file(workspace, member);
    Optional<Identity> found = files.read(file, LIMIT).map(json -> identity(file, json));
    found.ifPresent(
        identity -> {
          if (!identity.workspace().equals(workspace) || !identity.member().equals(member)) {
            throw new StorageException(file + " holds the keys of someone else: move it away.");
          }
        });
    return found;
  }

  @Override
  public void wipe(WorkspaceId workspace, MemberId member) {
    PrivateFiles.list(directory.resolve(workspace.value())).stream()
        .filter(file -> isOf(member, file))
        .forEach(files::wipe);
  }

  /** Whether a file is of that member: what was set aside as damaged is so too. */
  static boolean isOf(MemberId member, Path file) {
    return file.getFileName().toString().startsWith(member.value() + ".");
  }

  /** Whose keys are here; files with other names are passed over. */
  List<Membership> kept() {
    return PrivateFiles.list(directory).stream()
        .flatMap(
            workspace ->
                PrivateFiles.list(workspace).stream().flatMap(file -> membership(workspace, file)))
        .toList();
  }

  /** When the keys of a member were kept. */
  Instant keptAt(Membership membership) {
    Path file = file(membership.workspace(), membership.member());
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new StorageException(file + " cannot be read.", e);
    }
  }

  Path file(WorkspaceId workspace, MemberId member) {
    return directory.resolve(workspace.value()).resolve(member.value() + ENDING);
  }

  private static Stream<Membership> membership(Path workspace, Path file) {
    String name = file.getFileName().toString();
    if (!name.endsWith(ENDING)) {
      return Stream.empty();
    }
    try {
      return Stream.of(
          new Membership(
              new WorkspaceId(workspace.getFileName().toString()),
              new MemberId(name.substring(0, name.length() - ENDING.length()))));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  /** What the parser says of a bad file is left out: it may quote a key. */
  private static Identity identity(Path file, byte[] json) {
    Optional<Integer> version = Json.version(json);
    Optional<KeyFile> read = Json.read(json, KeyFile.class);
    Arrays.fill(json, (byte) 0);
    if (version.filter(v -> v != KeyFile.VERSION).isPresent()) {
      throw new StorageException(
          file + " is of another version of InTandem: install the newest InTandem.");
    }
    if (read.isEmpty()) {
      throw new DamageException(file + " is damaged.");
    }
    try {
      return read.get().identity();
    } catch (IllegalArgumentException e) {
      throw new DamageException(file + " is damaged.", e);
    }
  }
}
