package intandem.domain.session.desk;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.TaskNames;
import intandem.domain.tandem.Answer.Briefing;
import intandem.domain.tandem.Answer.Connection;
import intandem.domain.tandem.Answer.Delivered;
import intandem.domain.tandem.Answer.Digest;
import intandem.domain.tandem.Answer.Peer;
import intandem.domain.view.Letter;
import intandem.domain.view.TaskLine;
import intandem.domain.view.View;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.util.List;

/** Puts what a session knows into the words of an {@link Answer}. */
final class Briefings {
  private static final int HISTORY = 10;

  private final Core core;
  private final TaskNames names;
  private final Overview overview;

  Briefings(Core core) {
    this.core = core;
    this.names = new TaskNames(core);
    this.overview = new Overview(core);
  }

  Briefing briefing() {
    Workspace workspace = core.workspace();
    View view = core.replica().view();
    List<Letter> letters = view.letters();
    return new Briefing(
        core.identity.workspace(),
        view.workspaceName(),
        core.self(),
        workspace.roster().members().stream()
            .filter(Member::active)
            .map(member -> peer(workspace, member))
            .toList(),
        connection(),
        core.replica().head(),
        digest(),
        letters.subList(Math.max(0, letters.size() - HISTORY), letters.size()).stream()
            .map(this::delivered)
            .toList());
  }

  private Digest digest() {
    List<TaskLine> active =
        names.list().unfinished().stream().filter(line -> line.task().active()).toList();
    return new Digest(overview.counts(), names.ready(), active, core.replica().view()::nameOf);
  }

  private Peer peer(Workspace workspace, Member member) {
    View view = core.replica().view();
    return new Peer(
        member.id(),
        view.nameOf(member.id()),
        member.online() || (core.line.ready() && member.id().equals(core.self())),
        member.since(),
        workspace.ownedBy(member.id()),
        member.seated(),
        member.id().equals(core.self())
            ? core.replica().head().index()
            : core.receipts.held(member.id()),
        view.profileOf(member.id()).capabilities(),
        view.profileOf(member.id()).waking());
  }

  private Connection connection() {
    if (core.line.stopped()) {
      return Connection.STOPPED;
    }
    if (core.hosting()) {
      return Connection.HOSTING;
    }
    return core.line.ready() ? Connection.ONLINE : Connection.OFFLINE;
  }

  Delivered delivered(Letter letter) {
    View view = core.replica().view();
    String to = letter.to() instanceof Recipient.One(MemberId member) ? view.nameOf(member) : "";
    return new Delivered(
        letter,
        view.nameOf(letter.from()),
        to,
        core.mail.possiblySeen(letter),
        letter.from().equals(core.self()));
  }
}
