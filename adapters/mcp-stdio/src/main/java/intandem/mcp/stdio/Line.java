package intandem.mcp.stdio;

/** What one step of reading found. */
sealed interface Line {

  /** A line without its line feed, with more than white space in it. */
  record Text(String text) implements Line {}

  /** A line of nothing but white space, or of nothing. */
  record Blank() implements Line {}

  /** A line that is not UTF-8. */
  record Garbled() implements Line {}

  /** A line over the byte limit; its bytes were read past and not kept. */
  record TooLong() implements Line {}

  /** The input has ended. */
  record End() implements Line {}
}
