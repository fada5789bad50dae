package intandem.domain.view;

import intandem.domain.id.Endpoint;
import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Audience;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Header.Command;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.Place;
import intandem.domain.view.Happening.What;
import intandem.domain.workspace.Board;
import intandem.domain.workspace.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The opened text of a workspace, folded from its log by one member for people and models to read.
 * Nothing here ever reaches the rules.
 */
public final class View {
  private static final Body.Profile UNKNOWN = new Body.Profile("", List.of());

  private final Names names = new Names();
  private final Map<MemberId, Body.Profile> profiles = new HashMap<>();
  private final Map<MemberId, List<String>> addresses = new HashMap<>();
  private final Map<MemberId, Long> joined = new HashMap<>();
  private final Map<MemberId, Long> left = new HashMap<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Letter> letters = new ArrayList<>();
  private final Tasks tasks = new Tasks();
  private final Values values = new Values();
  private final Findings findings = new Findings();
  private String workspaceName = "";

  /** Folds in entry 1. */
  public void founded(Place place, MemberId creator) {
    joined.put(creator, place.index());
    happened(place, creator, new What.Founded());
  }

  /** Folds in a hub note. */
  public void noted(Place place, HubNote note) {
    happened(place, note.member(), note.online() ? new What.Online() : new What.Away());
  }

  /** Folds in a command that counts; the board is the one with it. */
  public void add(Place place, Command command, Opened opened, Board board) {
    switch (opened) {
      case Opened.Legible(Body body) -> add(place, command, body, board);
      case Opened.NotForMe() -> {
        MemberId actor = actor(command);
        happened(place, actor, new What.WroteTo(reader(command).orElse(actor)));
      }
      case Opened.Unreadable() -> unreadable(place, command, board);
    }
  }

  private static MemberId actor(Command command) {
    return command.meant().origin().from();
  }

  private void add(Place place, Command command, Body body, Board board) {
    MemberId actor = actor(command);
    switch (command.meant().act()) {
      case Act.NameWorkspace name when body instanceof Body.WorkspaceName(String text) -> {
        workspaceName = text;
        happened(place, actor, new What.Named(text));
      }
      case Act.AddMember add when body instanceof Body.Profile profile ->
          admitted(place, actor, MemberId.of(add.signKey()), profile);
      case Act.UpdateMember update when body instanceof Body.Profile profile -> {
        profile(actor, profile);
        happened(place, actor, new What.Changed());
      }
      case Act.AnnounceEndpoint e when body instanceof Body.Addresses(List<String> urls) ->
          announced(place, actor, urls);
      case Act.Sharing sharing -> shared(place, command, sharing, body, board);
      case Act.RemoveMember(MemberId member, var keys) -> {
        left.put(member, place.index());
        happened(place, actor, new What.Removed(member));
      }
      case Act.Leave leave -> {
        left.put(actor, place.index());
        happened(place, actor, new What.Left());
      }
      case Act.Rejoin rejoin -> happened(place, actor, new What.Rejoined());
      case Act.StartTerm start ->
          happened(place, actor, new What.Opened(command.epoch().term().number()));
      case Act.StartEpoch start -> {}
      case Act.Adopt nested -> {}
      case Act.NameWorkspace _, Act.AddMember _, Act.UpdateMember _, Act.AnnounceEndpoint _ ->
          unreadable(place, command, board);
    }
  }

  private void announced(Place place, MemberId actor, List<String> urls) {
    List<Endpoint> before = outside(addressesOf(actor));
    addresses.put(actor, urls);
    if (!outside(urls).equals(before)) {
      happened(place, actor, new What.Reachable(outside(urls)));
    }
  }

  private static List<Endpoint> outside(List<String> urls) {
    return urls.stream()
        .flatMap(url -> Endpoint.parse(url).stream())
        .filter(where -> !where.loopback())
        .toList();
  }

  private void shared(Place place, Command command, Act.Sharing act, Body body, Board board) {
    MemberId actor = actor(command);
    switch (act) {
      case Act.Message m when body instanceof Body.Message message ->
          wrote(place, command, message);
      case Act.AddTasks add when body instanceof Body.Tasks(List<TaskText> texts) ->
          planned(place, command, board, texts);
      case Act.ChangeTask change when body instanceof Body.TaskNews(List<News> news) ->
          moved(place, actor, change, board, news);
      case Act.SetVariable set when body instanceof Body.Variable(String name, String value) ->
          happened(place, actor, new What.Set(values.set(set.key(), name, value, actor, place)));
      case Act.Report _ when body instanceof Body.Finding finding ->
          happened(
              place,
              actor,
              new What.Reported(
                  findings.add(place, actor, command.meant().origin().id(), finding)));
      case Act.Message _, Act.AddTasks _, Act.ChangeTask _, Act.SetVariable _, Act.Report _ ->
          unreadable(place, command, board);
    }
  }

  /** What the rules know of a command stays, even if its text cannot be read. */
  private void unreadable(Place place, Command command, Board board) {
    MemberId actor = actor(command);
    switch (command.meant().act()) {
      case Act.AddMember add -> admitted(place, actor, MemberId.of(add.signKey()), UNKNOWN);
      case Act.AddTasks add -> planned(place, command, board, List.of());
      case Act.ChangeTask change -> moved(place, actor, change, board, List.of());
      case Act.SetVariable set -> values.set(set.key(), "(unreadable)", "", actor, place);
      case Act.Keying _,
          Act.NameWorkspace _,
          Act.UpdateMember _,
          Act.AnnounceEndpoint _,
          Act.Leave _,
          Act.Rejoin _,
          Act.Message _,
          Act.Adopt _,
          Act.Report _ -> {}
    }
    happened(place, actor, new What.Unreadable());
  }

  private void planned(Place place, Command command, Board board, List<TaskText> texts) {
    Command meant = command.meant();
    MemberId actor = meant.origin().from();
    int size = meant.act() instanceof Act.AddTasks(List<NewTask> added) ? added.size() : 0;
    List<Task> made =
        IntStream.rangeClosed(1, size)
            .mapToObj(position -> board.made(actor, meant.origin().id(), position))
            .flatMap(Optional::stream)
            .toList();
    happened(place, actor, new What.Planned(tasks.added(board, made, texts)));
  }

  private void moved(
      Place place, MemberId actor, Act.ChangeTask act, Board board, List<News> news) {
    board.find(act.task()).ifPresent(task -> tasks.changed(board, task, news));
    happened(place, actor, new What.Moved(act.task(), act.change()));
  }

  private void admitted(Place place, MemberId owner, MemberId member, Body.Profile profile) {
    joined.put(member, place.index());
    profile(member, profile);
    happened(place, owner, new What.Admitted(member));
  }

  private void profile(MemberId member, Body.Profile profile) {
    names.give(member, profile.name());
    profiles.put(member, profile);
  }

  private void wrote(Place place, Command command, Body.Message message) {
    MemberId from = actor(command);
    EntryId id = command.meant().origin().id();
    Recipient to = reader(command).<Recipient>map(Recipient.One::new).orElse(new Recipient.All());
    Letter letter = new Letter(place, from, id, to, message, command.origin().from());
    letters.add(letter);
    happened(place, from, new What.Wrote(letter));
  }

  private static Optional<MemberId> reader(Command command) {
    return command.meant().to() instanceof Audience.Only only
        ? Optional.of(only.member())
        : Optional.empty();
  }

  private void happened(Place place, MemberId actor, What what) {
    happenings.add(new Happening(place, actor, what));
  }

  /** The workspace's name; empty until it was given one. */
  public String workspaceName() {
    return workspaceName;
  }

  /** What a member is called; its id while it has no name. */
  public String nameOf(MemberId member) {
    return names.of(member);
  }

  /** The member of that name, whatever the case. */
  public Optional<MemberId> find(String name) {
    return names.find(name);
  }

  /** Whether the entry of that index was written after that member joined. */
  public boolean joinedBefore(MemberId member, long index) {
    return joinedAt(member) < index;
  }

  /** Index of the entry that made that member one; beyond all while there is none. */
  public long joinedAt(MemberId member) {
    return joined.getOrDefault(member, Long.MAX_VALUE);
  }

  /** Index of the entry with which that member last left or was removed; 0 while there is none. */
  public long leftAt(MemberId member) {
    return left.getOrDefault(member, 0L);
  }

  /** The name that a member asked for, and what it says it can do. */
  public Body.Profile profileOf(MemberId member) {
    return profiles.getOrDefault(member, UNKNOWN);
  }

  /** Where a member said it can be reached, best first. */
  public List<String> addressesOf(MemberId member) {
    return addresses.getOrDefault(member, List.of());
  }

  /** All that happened, oldest first. */
  public List<Happening> happenings() {
    return Collections.unmodifiableList(happenings);
  }

  /** All messages this member can read, its own included, oldest first. */
  public List<Letter> letters() {
    return Collections.unmodifiableList(letters);
  }

  /** The board in people's words: the rules' part of it is handed in. */
  public TaskList tasks(Board board) {
    return new TaskList(board, tasks);
  }

  /** The shared variables. */
  public Values values() {
    return values;
  }

  /** What was found out. */
  public Findings findings() {
    return findings;
  }
}
