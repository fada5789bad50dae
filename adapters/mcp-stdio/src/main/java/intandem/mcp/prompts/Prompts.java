package intandem.mcp.prompts;

import static intandem.mcp.arguments.Argument.Presence.OPTIONAL;
import static intandem.mcp.arguments.Argument.Presence.REQUIRED;

import intandem.mcp.arguments.Argument;
import intandem.mcp.arguments.Arguments;
import java.util.List;
import java.util.Optional;

/** The slash commands: what a user would otherwise ask for in a few sentences. */
public final class Prompts {

  private static final int NAME_CHARS = 60;
  private static final int CODE_CHARS = 300;
  private static final int TASK_CHARS = 2_000;

  /** Claude Code 2.1.330 hands on one word for each argument, but its model sees the command. */
  private static final String ALL_WORDS = " If the command that I typed says more, go by it.";

  private Prompts() {}

  /** All of them, in the order in which they are listed. */
  public static List<Prompt> all() {
    return List.of(create(), join(), status(), handoff());
  }

  private static Prompt create() {
    return new Prompt(
        "create",
        "Found a shared workspace",
        List.of(new Argument.Text("name", "Its name", 0, NAME_CHARS, OPTIONAL)),
        given ->
            """
            Call intandem_create%s. Show me the invite code alone on a line, how long it works, \
            and the sentence to hand on.\
            """
                    .formatted(
                        given(given, "name").map(name -> " with the name " + name).orElse(""))
                + ALL_WORDS);
  }

  private static Prompt join() {
    return new Prompt(
        "join",
        "Join a workspace with an invite code",
        List.of(Argument.text("code", "CODE or CODE@HOST", CODE_CHARS, REQUIRED)),
        given ->
            """
            Call intandem_join with the code %s. Tell me who is there, what is on the board, and \
            what I missed. Claim nothing yet.\
            """
                .formatted(quote(given.text("code"))));
  }

  private static Prompt status() {
    return new Prompt(
        "status",
        "Who is here, what is done, what waits",
        List.of(),
        _ ->
            """
            Call intandem_peers, intandem_board and intandem_inbox, without waiting. Tell me in a \
            few lines who is here, who works on what, which tasks are ready or blocked, and which \
            messages wait for an answer. Change nothing.\
            """);
  }

  private static Prompt handoff() {
    return new Prompt(
        "handoff",
        "Hand work over to a peer",
        List.of(
            Argument.text("peer", "Name of the peer", NAME_CHARS, REQUIRED),
            new Argument.Text("task", "Id or words; default: this work", 0, TASK_CHARS, OPTIONAL)),
        given ->
            """
            Hand %s over to the peer %s. Look with intandem_board whether it is a task there. \
            Then call intandem_send with type handoff, to that peer alone: the goal, what is \
            done and where, what is left, and how to check it. If you hold the task, give it \
            back with intandem_unclaim_task. Show me what you sent and how far it got.\
            """
                    .formatted(
                        given(given, "task").orElse("what you work on now"),
                        quote(given.text("peer")))
                + ALL_WORDS);
  }

  /** Hosts send an argument that the user left out as an empty one. */
  private static Optional<String> given(Arguments arguments, String name) {
    return arguments.optionalText(name).filter(text -> !text.isBlank()).map(Prompts::quote);
  }

  /** On one line, in quotation marks that the text cannot close. */
  private static String quote(String text) {
    var line = text.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
