package intandem.domain.replica;

import intandem.domain.id.Epoch;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.port.DamageException;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Checkpoint;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.Rejection;
import intandem.domain.view.View;
import intandem.domain.workspace.Referee.Ruling;
import intandem.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One member's own copy of the workspace: what the log says, decided again and opened. */
public final class Replica {
  private static final int PAGE = 256;

  private final ReplicaPorts ports;
  private final Judge judge;
  private final Epochs epochs;
  private final Envelopes envelopes;
  private View view = new View();
  private boolean blind;
  private boolean rekeyDue;
  private Optional<Workspace> workspace = Optional.empty();

  /** An entry that counts, and the workspace with it. */
  public record Step(Entry entry, Ruling ruling, Workspace next) {
    /** The command that it makes count, if it is one. */
    public Optional<Header.Command> command() {
      return ruling instanceof Ruling.Counts(Header.Command command, var workspace)
          ? Optional.of(command)
          : Optional.empty();
    }
  }

  /** What a batch from the hub is worth. */
  public sealed interface Verdict {
    /** Every entry counts and the hub vouches for the last. */
    record Sound(List<Step> steps) implements Verdict {}

    /** The hub accepted what the rules refuse, or vouches for another log. */
    record Cheated(long index, Rejection reason) implements Verdict {}
  }

  /** An empty copy, before {@link #replay}. */
  public Replica(ReplicaPorts ports, Identity identity) {
    this.ports = ports;
    this.judge = new Judge(ports, identity.workspace());
    this.epochs = new Epochs(ports.sealer(), identity);
    this.envelopes = new Envelopes(ports, identity, epochs);
  }

  /**
   * Folds in what the log holds beyond this copy: all of it was checked before it was stored.
   *
   * @throws DamageException if the log does not hold together
   */
  public List<Step> replay() {
    List<Step> all = new ArrayList<>();
    judge.stored(
        workspace,
        ports.log().head().index(),
        step -> {
          fold(step);
          all.add(step);
        });
    return all;
  }

  /** Decides again on what the hub sent, and changes nothing. */
  public Verdict judge(List<Entry> entries, Checkpoint checkpoint) {
    List<Entry> news =
        entries.stream().filter(entry -> entry.place().index() > head().index()).toList();
    return judge.sent(workspace, news, checkpoint);
  }

  /** The head of this log after which another one, given from where they are one, parts from it. */
  public Optional<Head> fork(List<Entry> entries) {
    for (Entry entry : entries) {
      long index = entry.place().index();
      Optional<Head> before = ports.log().at(index - 1);
      Optional<Head> mine = ports.log().at(index);
      if (before.isEmpty() || mine.isEmpty()) {
        return Optional.empty();
      }
      if (!mine.get().equals(entry.onTopOf(before.get()))) {
        return before;
      }
    }
    return Optional.empty();
  }

  /**
   * Begins to decide on what follows a head of this copy's log: its last one, or an earlier one.
   */
  public Meeting meeting(Head base) {
    return new Meeting(judge, this, base);
  }

  /** Makes a step that is durable part of this copy. */
  public void fold(Step step) {
    workspace = Optional.of(step.next());
    switch (step.ruling()) {
      case Ruling.Counts(Header header, Workspace next) -> fold(step.entry(), header, next);
      case Ruling.Noted(HubNote note, Workspace next) -> view.noted(step.entry().place(), note);
      case Ruling.Rejected none -> throw new IllegalArgumentException("a void entry is not folded");
    }
  }

  private void fold(Entry entry, Header header, Workspace next) {
    if (header instanceof Header.Command command) {
      rekeyDue |= command.act() instanceof Act.Adopt a && a.act() instanceof Act.AddMember;
      if (command.act() instanceof Act.Keying keying) {
        rekeyDue = false;
        start(next.reign().epoch(), keying.keys(), entry.place().index());
      }
    }
    show(entry, header, next);
  }

  /** A new epoch may open what was sealed before this member joined. */
  private void start(Epoch epoch, EpochKeys keys, long index) {
    epochs.start(epoch, keys);
    if (blind && epochs.secret(epoch).isPresent()) {
      blind = false;
      view = new View();
      showBefore(index);
    }
  }

  private void showBefore(long index) {
    for (long shown = 0; shown < index - 1; ) {
      int count = (int) Math.min(PAGE, index - 1 - shown);
      for (Entry entry : ports.log().after(shown, count)) {
        show(entry);
        shown = entry.place().index();
      }
    }
  }

  private void show(Entry entry) {
    switch (entry.content()) {
      case HubNote note -> view.noted(entry.place(), note);
      case Envelope envelope ->
          show(
              entry,
              ports.codec().decode(Header.class, envelope.header()).valid().orElseThrow(),
              workspace.orElseThrow());
    }
  }

  private void show(Entry entry, Header header, Workspace about) {
    switch (header) {
      case Header.Genesis genesis -> view.founded(entry.place(), MemberId.of(genesis.signKey()));
      case Header.Command command -> {
        blind |= epochs.secret(command.epoch()).isEmpty();
        Envelope envelope = (Envelope) entry.content();
        view.add(entry.place(), command, envelopes.open(about, envelope, command), about.board());
      }
    }
  }

  /** Whether an entry could not be opened, so that what the view says may be old. */
  public boolean blind() {
    return blind;
  }

  /** Whether a member was admitted again after a split, and nobody gave it the epoch's secret. */
  public boolean rekeyDue() {
    return rekeyDue;
  }

  /** The workspace; empty before the first entry. */
  public Optional<Workspace> workspace() {
    return workspace;
  }

  /** Where this copy ends. */
  public Head head() {
    return workspace.map(Workspace::head).orElse(Head.START);
  }

  /** The opened text, as far as this member can open it. */
  public View view() {
    return view;
  }

  /** The secrets of the epochs that this member knows. */
  public Epochs epochs() {
    return epochs;
  }

  /** Seals and opens with the keys that go with this copy. */
  public Envelopes envelopes() {
    return envelopes;
  }
}
