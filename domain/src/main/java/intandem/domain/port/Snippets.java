package intandem.domain.port;

/** The files of the project that this session works in, as far as others may see them. */
public interface Snippets {
  /**
   * Whole lines of a file: as many of those wanted as one message holds.
   *
   * @param path of the file in the project, with '/' between the names
   * @param from first line wanted, counted from 1
   * @param to last line wanted; 0 stands for the last one of the file
   */
  Reading read(String path, int from, int to);

  /** What came of reading. */
  sealed interface Reading {}

  /**
   * Lines of a file, without the end of the last one; CR LF is given as LF.
   *
   * @param path relative to the project, with '/' between the names
   * @param from first line taken
   * @param to last line taken: if the message is full, less than was wanted
   * @param total lines of the file
   */
  record Taken(String path, int from, int to, int total, String text) implements Reading {}

  /**
   * Nothing was taken.
   *
   * @param detail what is wrong, as a sentence that quotes nothing of the file
   */
  record Refused(Reason reason, String detail) implements Reading {}

  /** Why nothing was taken. */
  enum Reason {
    /** The path leads out of the project. */
    OUTSIDE,
    /** The path holds a character that no name may have here. */
    BAD_NAME,
    /** There is no such file. */
    MISSING,
    /** A symbolic link is on the way. */
    LINK,
    /** A directory, a pipe, a device or the like. */
    NOT_A_FILE,
    /** Larger than {@link intandem.domain.admission.Limits#FILE_BYTES}. */
    TOO_LARGE,
    /** No UTF-8 text, or it holds NUL. */
    BINARY,
    /** The file has no lines at all. */
    EMPTY,
    /** The file has none of the lines. */
    NO_SUCH_LINES,
    /** The first line alone is more than one message holds. */
    LINE_TOO_LONG,
    /** Files of that name hold secrets. */
    SECRET_NAME,
    /** What looks like a secret is in the lines. */
    SECRET_TEXT,
    /** Git ignores the file. */
    IGNORED,
    /** Git did not say whether it ignores the file. */
    IGNORED_UNKNOWN,
    /** The system refuses, or the file changed meanwhile. */
    UNREADABLE
  }
}
