package intandem.home;

import intandem.domain.port.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The sole right of a process to act as a member; it ends with the process at the latest. */
public final class MembershipLock implements AutoCloseable {
  private final FileChannel channel;
  private final Runnable released;

  MembershipLock(FileChannel channel, Runnable released) {
    this.channel = channel;
    this.released = released;
  }

  /** Leaves the time of the lock file at now. */
  void stamp() {
    try {
      channel.write(ByteBuffer.allocate(1), 0);
    } catch (IOException e) {
      close();
      throw new StorageException("a membership's lock file cannot be written", e);
    }
  }

  /** Gives the right back. Closing twice is fine. */
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new StorageException("a membership's lock cannot be released", e);
    } finally {
      released.run();
    }
  }
}
