package intandem.domain.admission;

import java.time.Duration;

/**
 * Every bound of a workspace in one place. Sizes are bytes of UTF-8 unless the name says otherwise.
 *
 * @param submissionsPerMinute for each member
 * @param secretsAllowed whether a human lifted the rule against texts that look like secrets
 */
public record Limits(int submissionsPerMinute, boolean secretsAllowed) {
  /** Seats of a workspace. */
  public static final int MAX_PEERS = 5;

  /** A frame on the wire. */
  public static final int FRAME_BYTES = 64 * 1024;

  /** An encoded envelope: what was accepted can always be fanned out. */
  public static final int ENVELOPE_BYTES = 60 * 1024;

  /** A message's text after JSON escaping. */
  public static final int MESSAGE_BYTES = 40 * 1024;

  /** What a text takes of {@link #MESSAGE_BYTES}: bytes of UTF-8 in a JSON string. */
  public static int bytes(String text) {
    return Lines.jsonBytes(text);
  }

  /** Characters of a task's title. */
  public static final int TITLE_CHARS = 500;

  /** Characters of a task's description, and of its result. */
  public static final int DESCRIPTION_CHARS = 2_000;

  /** Characters of a variable's name. */
  public static final int VARIABLE_NAME_CHARS = 100;

  /** Characters of a variable's value. */
  public static final int VARIABLE_CHARS = 5_000;

  /** Characters of a finding's summary, and of its recommendation. */
  public static final int FINDING_CHARS = 4_000;

  /** Unfinished tasks of a board. */
  public static final int UNFINISHED_TASKS = 500;

  /** Tasks of a plan. */
  public static final int TASKS_PER_PLAN = 50;

  /** Tasks that one task can wait for. */
  public static final int DEPENDENCIES = 20;

  /** How long a holder may be away, in entry time, before another member can take its task. */
  public static final Duration HOLD_WHILE_AWAY = Duration.ofMinutes(5);

  /** A part of a file after JSON escaping: what a message has left beside its own words. */
  public static final int SNIPPET_BYTES = MESSAGE_BYTES - 2 * 1024;

  /** Lines of one text that a model is shown, and so the most that one message shares of a file. */
  public static final int SHOWN_LINES = 400;

  /** A file of which a part is shared. */
  public static final int FILE_BYTES = 1024 * 1024;

  /** Attempts to join from one address in a minute. */
  public static final int JOINS_PER_MINUTE_AND_ADDRESS = 5;

  /** Attempts to join through one listener in a minute. */
  public static final int JOINS_PER_MINUTE = 20;

  /** Wrong guesses after which a code is burnt. */
  public static final int FAILURES_PER_CODE = 10;

  /** How long a code can be used. */
  public static final Duration CODE_LIFE = Duration.ofMinutes(60);

  /** How long an exchange may take from ticket to confirmation. */
  public static final Duration TICKET_LIFE = Duration.ofSeconds(30);

  /** Exchanges that may be open at once. */
  public static final int OPEN_TICKETS = 32;

  /** The documented defaults. */
  public static final Limits DEFAULT = new Limits(30, false);
}
