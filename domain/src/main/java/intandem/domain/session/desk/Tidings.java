package intandem.domain.session.desk;

import intandem.domain.id.MemberId;
import intandem.domain.session.core.Core;
import intandem.domain.tandem.Answer;
import intandem.domain.view.Happening;
import intandem.domain.view.Happening.What;
import java.util.List;

/** Keeps track of what this member's model was told of others' doings, besides messages. */
final class Tidings {
  private static final int MOST = 10;

  private final Core core;
  private long told;

  Tidings(Core core) {
    this.core = core;
    this.told = core.replica().head().index();
  }

  /** The log goes on otherwise after that index. */
  void cut(long index) {
    told = Math.min(told, index);
  }

  /** What is new; it counts as told. */
  Answer.News take() {
    long joined = core.replica().view().joinedAt(core.self());
    List<Happening> news =
        core.replica().view().happenings().stream()
            .filter(happening -> happening.place().index() > Math.max(told, joined))
            .filter(this::isNews)
            .toList();
    long after = told;
    told = core.replica().head().index();
    int earlier = Math.max(0, news.size() - MOST);
    return new Answer.News(
        news.subList(earlier, news.size()), after, earlier, core.replica().view()::nameOf);
  }

  /** That was not told after all: it comes once more, with what was told since. */
  void handBack(Answer.News news) {
    if (!news.happenings().isEmpty()) {
      cut(news.after());
    }
  }

  private boolean isNews(Happening happening) {
    MemberId self = core.self();
    boolean shared =
        switch (happening.what()) {
          case What.Planned _, What.Moved _, What.Set _, What.Reported _ -> true;
          case What.Admitted _, What.Removed _, What.Left _, What.Rejoined _ -> true;
          case What.Reachable _, What.Opened _ -> true;
          case What.Founded _, What.Named _, What.Changed _ -> false;
          case What.Online _, What.Away _ -> false;
          case What.Wrote _, What.WroteTo _, What.Unreadable _ -> false;
        };
    return shared && !happening.actor().equals(self);
  }
}
