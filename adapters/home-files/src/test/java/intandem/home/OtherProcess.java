package intandem.home;

import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** A second process, which tries for a membership's lock and keeps it until it is killed. */
final class OtherProcess implements AutoCloseable {
  private final Process process;

  private OtherProcess(Process process) {
    this.process = process;
  }

  static OtherProcess locking(Path home, Membership membership) throws IOException {
    return new OtherProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                home.toString(),
                membership.workspace().value(),
                membership.member().value())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** What came of its try: locked or refused. */
  String word() throws IOException {
    return process.inputReader(StandardCharsets.US_ASCII).readLine();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Waits for the end of its input after the try. */
  public static void main(String[] args) throws IOException {
    Membership membership = new Membership(new WorkspaceId(args[1]), new MemberId(args[2]));
    Memberships memberships = Home.open(Path.of(args[0])).memberships();
    Optional<MembershipLock> lock = memberships.lock(membership);
    System.out.println(lock.isPresent() ? "locked" : "refused");
    System.in.readAllBytes();
    lock.ifPresent(MembershipLock::close);
  }
}
