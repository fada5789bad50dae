package intandem.mcp.tools;

import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Tandem;
import intandem.mcp.words.Moments;
import intandem.mcp.words.Notices;
import intandem.mcp.words.Results;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * Asks, and turns the answer into a result that ends with the unread messages. They count as shown
 * once the result was flushed, and are handed out again if it never was.
 */
public final class Replies {

  /** Characters of unread messages that ride along. */
  private static final int BUDGET = 10_000;

  /** Characters of unread messages in a hook's output, of which the rest are told in words. */
  private static final int HOOK_BUDGET = 8_000;

  private static final Answer.Letters NONE =
      new Answer.Letters(List.of(), 0, List.of(), Answer.News.NONE);

  private final Tandem tandem;
  private final Notices notices;
  private final InstantSource clock;

  Replies(Tandem tandem, Notices notices, InstantSource clock) {
    this.tandem = tandem;
    this.notices = notices;
    this.clock = clock;
  }

  /** Over that session. */
  public static Replies of(Tandem tandem, Setting setting) {
    return new Replies(tandem, new Notices(setting.entropy()), setting.clock());
  }

  /** The words of a result, without the unread messages: they stay unread. */
  public String read(Ask ask) throws InterruptedException {
    return words().of(tandem.ask(ask), NONE);
  }

  private Results words() {
    return new Results(notices, new Moments(clock.instant()));
  }

  ToolResult to(Ask ask) throws InterruptedException {
    var answer = tandem.ask(ask);
    return answer instanceof Answer.Letters letters
        ? result(letters, results -> results.of(letters, NONE))
        : followed(answer);
  }

  /** What a hook of that event adds to the model's context: nothing if there is nothing to tell. */
  ToolResult toHook(String event, Ask.Moment moment) throws InterruptedException {
    return switch (tandem.ask(new Ask.Hook(moment, HOOK_BUDGET))) {
      case Answer.Letters letters -> {
        var result = result(letters, results -> HookOutput.of(event, results.toHook(letters)));
        yield result.text().length() > HookOutput.MOST_CHARS ? tooLong(event, result) : result;
      }
      case Answer.Standing standing ->
          ToolResult.of(HookOutput.of(event, words().of(standing, NONE)));
      case Answer _ -> ToolResult.of(HookOutput.NOTHING);
    };
  }

  /** What does not fit stays unread. */
  private static ToolResult tooLong(String event, ToolResult result) {
    result.afterLoss().run();
    return ToolResult.of(
        HookOutput.of(event, "InTandem: unread messages, too long for here. Call intandem_inbox."));
  }

  private ToolResult followed(Answer answer) throws InterruptedException {
    var unread = unread();
    var result = result(unread, results -> results.of(answer, unread));
    return answer instanceof Answer.Refused ? failed(result) : result;
  }

  /** Refuses a call for its arguments. */
  ToolResult refuse(String why) throws InterruptedException {
    var unread = unread();
    return failed(result(unread, results -> why + results.unread(unread)));
  }

  private Answer.Letters unread() throws InterruptedException {
    return tandem.ask(new Ask.Unread(BUDGET)) instanceof Answer.Letters letters ? letters : NONE;
  }

  private ToolResult result(Answer.Letters taken, Function<Results, String> words) {
    var delivered = false;
    try {
      var text = words.apply(words());
      delivered = true;
      return taken.empty()
          ? ToolResult.of(text)
          : ToolResult.of(text).settling(() -> tandem.shown(taken), () -> tandem.notShown(taken));
    } finally {
      if (!delivered) {
        tandem.notShown(taken);
      }
    }
  }

  private static ToolResult failed(ToolResult result) {
    return new ToolResult(result.text(), true, result.afterFlush(), result.afterLoss());
  }
}
