package intandem.domain.hub;

import intandem.domain.id.EntryId;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Rejection;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Entries that were decided on a tentative value and wait for the disk. */
final class Batch {
  /** A submission that does not count. */
  record Refusal(long link, EntryId id, Rejection reason, Duration retryAfter) {}

  /** An accepted submission, should the disk refuse it after all. */
  record Author(long link, EntryId id) {}

  private final List<Entry> entries = new ArrayList<>();
  private final List<Author> authors = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private Workspace workspace;

  Batch(Workspace published) {
    workspace = published;
  }

  Workspace workspace() {
    return workspace;
  }

  List<Entry> entries() {
    return entries;
  }

  List<Author> authors() {
    return authors;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  void accept(Entry entry, Workspace next) {
    entries.add(entry);
    workspace = next;
  }

  void accept(Entry entry, Workspace next, Author author) {
    accept(entry, next);
    authors.add(author);
  }

  void refuse(Refusal refusal) {
    refusals.add(refusal);
  }
}
