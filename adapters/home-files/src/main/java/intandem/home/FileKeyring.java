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
  private static final System.Logger LOG = System.getLogger(FileKeyring.class.getName());
  private static final int LIMIT = 16 * 1024;
  private static final String ENDING = ".json";
  private static final String APPLYING = ".applying";

  private final Path directory;
  private final PrivateFiles files;

  FileKeyring(Path directory, PrivateFiles files) {
    this.directory = directory;
    this.files = files;
  }

  @Override
  public void keep(Identity identity) {
    Path file = file(identity.workspace(), identity.member());
    if (!Files.exists(file)) {
      write(file, KeyFile.of(identity));
    }
    files.wipe(file.resolveSibling(identity.member() + APPLYING));
  }

  private void write(Path file, Record content) {
    byte[] json = Json.write(content);
    files.replace(file, json);
    Arrays.fill(json, (byte) 0);
  }

  @Override
  public void prepare(WorkspaceId workspace, Applicant applicant) {
    Path directory = file(workspace, applicant.member()).resolveSibling("");
    write(directory.resolve(applicant.member() + APPLYING), ApplicantFile.of(applicant));
  }

  /** Files that cannot be read are passed over: a join with fresh keys is always possible. */
  @Override
  public List<Applicant> applicants(WorkspaceId workspace) {
    return PrivateFiles.list(directory.resolve(workspace.value())).stream()
        .filter(file -> file.getFileName().toString().endsWith(APPLYING))
        .flatMap(file -> applicant(file).stream())
        .toList();
  }

  private Optional<Applicant> applicant(Path file) {
    try {
      return files
          .read(file, LIMIT)
          .flatMap(json -> Json.read(json, ApplicantFile.class))
          .map(ApplicantFile::applicant);
    } catch (StorageException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.DEBUG, "the keys of a join were passed over", e);
      return Optional.empty();
    }
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
    return named(ENDING);
  }

  /** With whose keys a join was begun that did not end in an identity here. */
  List<Membership> begun() {
    return named(APPLYING);
  }

  private List<Membership> named(String ending) {
    return PrivateFiles.list(directory).stream()
        .flatMap(
            workspace ->
                PrivateFiles.list(workspace).stream()
                    .flatMap(file -> membership(workspace, file, ending)))
        .toList();
  }

  /** When the keys of a member were kept. */
  Instant keptAt(Membership membership) {
    Path identity = file(membership.workspace(), membership.member());
    Path file =
        Files.exists(identity) ? identity : identity.resolveSibling(membership.member() + APPLYING);
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new StorageException(file + " cannot be read.", e);
    }
  }

  Path file(WorkspaceId workspace, MemberId member) {
    return directory.resolve(workspace.value()).resolve(member.value() + ENDING);
  }

  private static Stream<Membership> membership(Path workspace, Path file, String ending) {
    String name = file.getFileName().toString();
    if (!name.endsWith(ending)) {
      return Stream.empty();
    }
    try {
      return Stream.of(
          new Membership(
              new WorkspaceId(workspace.getFileName().toString()),
              new MemberId(name.substring(0, name.length() - ending.length()))));
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
