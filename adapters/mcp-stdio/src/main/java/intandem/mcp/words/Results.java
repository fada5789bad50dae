package intandem.mcp.words;

import intandem.domain.reach.Reach;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Briefing;
import intandem.domain.tandem.Answer.Delivered;
import intandem.domain.tandem.Answer.Receipt;
import intandem.domain.tandem.Answer.Summary;
import intandem.domain.tandem.Invitation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers in the words that a model reads. */
public record Results(Notices notices, Moments moments) {

  private static final String UNINVITED =
      "There is no invite code: nobody can join until intandem_invite rotate makes one. Members"
          + " stay.";

  /** What came of a call, and at its end the messages that ride along. */
  public String of(Answer answer, Answer.Letters unread) {
    return own(answer, unread.letters()) + unread(unread);
  }

  /** The end of a result: messages that ride along; empty if there are none. */
  public String unread(Answer.Letters unread) {
    var parts = parts(unread).collect(Collectors.joining("\n"));
    var heading = unread.letters().isEmpty() ? "\n\n" : "\n\nUnread now:\n";
    return parts.isEmpty() ? "" : heading + parts;
  }

  /** The messages and notices for a hook to add to the context; empty if there are none. */
  public String toHook(Answer.Letters letters) {
    var parts = parts(letters).collect(Collectors.joining("\n"));
    return parts.isEmpty() ? "" : "InTandem, unread until now:\n" + parts;
  }

  String own(Answer answer, List<Delivered> unread) {
    return switch (answer) {
      case Answer.Created(Briefing briefing, Invitation invitation, Reach reach) ->
          BriefingWords.heading(briefing) + "\n" + invitation(invitation, reach);
      case Answer.Entered(Briefing briefing) -> entered(briefing, unread);
      case Answer.Sent sent -> sent(sent);
      case Answer.Shown shown -> shown(shown);
      case Answer.Planned planned -> TaskWords.planned(planned);
      case Answer.PlannedBefore before -> TaskWords.plannedBefore(before);
      case Answer.Changed changed -> TaskWords.changed(changed);
      case Answer.YoursAlready yours -> TaskWords.yoursAlready(yours);
      case Answer.Board board -> TaskWords.board(board);
      case Answer.Task task -> TaskWords.detail(task, notices, moments);
      case Answer.Assigned assigned -> SharedWords.assigned(assigned);
      case Answer.Variables variables -> new SharedWords(notices, moments).variables(variables);
      case Answer.Reported reported -> SharedWords.reported(reported);
      case Answer.Findings findings -> new SharedWords(notices, moments).findings(findings);
      case Answer.Queued(int ahead) -> queued(ahead);
      case Answer.Unconfirmed() ->
          "Unknown yet: the hub has not confirmed it so far. Do not ask for it again; a later"
              + " result says how it ended.";
      case Answer.Letters letters -> inbox(letters);
      case Answer.Progress progress -> new ProgressWords(progress.names(), moments).of(progress);
      case Answer.Present(Briefing briefing) ->
          BriefingWords.all(briefing, moments) + BriefingWords.links(briefing);
      case Answer.Standing standing ->
          BriefingWords.standing(standing.briefing(), standing.unread());
      case Answer.Activity activity -> ActivityWords.of(activity, moments);
      case Answer.Invited(Invitation invitation, Reach reach) -> invitation(invitation, reach);
      case Answer.Uninvited() -> UNINVITED;
      case Answer.Removed(String name, boolean safe) -> removed(name, safe);
      case Answer.Left(Summary summary, boolean recorded) -> left(summary, recorded);
      case Answer.Refused(var refusal) -> Refusals.of(refusal);
    };
  }

  private String entered(Briefing briefing, List<Delivered> unread) {
    var head = BriefingWords.all(briefing, moments) + BriefingWords.ready(briefing);
    var read = briefing.history().stream().filter(message -> !unread.contains(message)).toList();
    return read.isEmpty() ? head : head + "\n\nThe last messages:\n" + messages(read);
  }

  private String messages(List<Delivered> messages) {
    return messages.stream()
        .map(message -> notices.message(message, moments))
        .collect(Collectors.joining("\n"));
  }

  private String inbox(Answer.Letters letters) {
    var none = letters.letters().isEmpty() ? Stream.of("No messages.") : Stream.<String>of();
    return Stream.concat(none, parts(letters)).collect(Collectors.joining("\n"));
  }

  private Stream<String> parts(Answer.Letters letters) {
    var messages = letters.letters();
    var count = Lists.count(messages.size(), "message") + ":";
    var read = messages.isEmpty() ? Stream.<String>of() : Stream.of(count, messages(messages));
    var more = letters.more() == 0 ? Stream.<String>of() : Stream.of(more(letters));
    return Stream.of(
            read,
            more,
            letters.notices().stream().map(notice -> NoticeWords.of(notice, this)),
            news(letters))
        .flatMap(lines -> lines);
  }

  private Stream<String> news(Answer.Letters letters) {
    var news = letters.news();
    return news.happenings().isEmpty()
        ? Stream.of()
        : Stream.of("Meanwhile (UTC):", ActivityWords.news(news, moments));
  }

  private static String more(Answer.Letters letters) {
    return letters.more() == 1
        ? "1 more waits: call intandem_inbox."
        : "%d more wait: call intandem_inbox.".formatted(letters.more());
  }

  private String invitation(Invitation invitation, Reach reach) {
    var code = ReachWords.code(invitation, reach);
    var failures =
        invitation.failures() == 0
            ? ""
            : " " + Lists.count(invitation.failures(), "wrong code") + " tried so far.";
    return """
    Invite code:
    %s
    It works for %s, until %s UTC.%s
    To hand on: "Join my InTandem workspace with the code %s."
    %s\
    """
        .formatted(
            code,
            Moments.left(invitation.left()),
            moments.clock(moments.now().plus(invitation.left())),
            failures,
            code,
            ReachWords.of(reach));
  }

  private static String sent(Answer.Sent sent) {
    var line = sent(sent.number(), sent.safe(), sent.receipts());
    return sent.repeats() == 0
        ? line
        : "%s\nIt says the same as #%d did within 10 minutes, so it wakes nobody."
            .formatted(line, sent.repeats());
  }

  private static String sent(long number, boolean safe, List<Receipt> receipts) {
    var kept = safe ? "safe" : "stored here only, so far";
    return "#%d: %s; %s".formatted(number, kept, ReceiptWords.of(receipts));
  }

  private static String shown(Answer.Shown shown) {
    var code = shown.code();
    var last = code.from() + code.text().split("\n", -1).length - 1;
    var rest =
        code.path().isBlank() || last >= code.total()
            ? ""
            : "; start_line=%d goes on".formatted(last + 1);
    return "%s\n%s%s"
        .formatted(
            sent(shown.number(), shown.safe(), shown.receipts()), Notices.source(code), rest);
  }

  private static String queued(int ahead) {
    return "Queued: the hub cannot be reached. It is on this disk, %s, and goes out by itself; do"
            .formatted(ahead == 0 ? "first in line" : "with " + ahead + " before it")
        + " not repeat it.";
  }

  private static String removed(String name, boolean safe) {
    return "%s is removed%s. It reads nothing written from now on, its tasks are open again, and"
            .formatted(Notices.name(name), safe ? "" : " (stored here only, so far)")
        + " the invite code was changed. It keeps what it has read.";
  }

  private static String left(Summary summary, boolean recorded) {
    var peers = summary.peers().stream().map(Notices::name).toList();
    var queued =
        summary.queued() == 0
            ? ""
            : "\n%s not sent yet, kept for the return."
                .formatted(Lists.count(summary.queued(), "change"));
    var kept =
        recorded
            ? ""
            : "\nThe others could not be told: its seat and its tasks stay taken until it returns,"
                + " or until one of them removes it.";
    return "Left after %s%s: %s sent, %d received; %s claimed, %d done.%s%s%s"
        .formatted(
            Moments.spell(summary.duration()),
            peers.isEmpty() ? "" : " with " + Lists.and(peers),
            Lists.count(summary.sent(), "message"),
            summary.received(),
            Lists.count(summary.claimed(), "task"),
            summary.finished(),
            queued,
            kept,
            "\nintandem_rejoin returns without a code.");
  }
}
