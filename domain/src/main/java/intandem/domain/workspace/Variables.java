package intandem.domain.workspace;

import intandem.domain.id.Bytes;

/**
 * The shared variables as the rules see them.
 *
 * @param versions by the key that stands for the name, from 1
 */
public record Variables(PersistentMap<Bytes, Long> versions) {
  /** No variables. */
  public static final Variables EMPTY = new Variables(PersistentMap.empty());

  /** The variable's version; 0 if there is none. */
  public long version(Bytes key) {
    return versions.get(key).orElse(0L);
  }

  Variables raised(Bytes key) {
    return new Variables(versions.with(key, version(key) + 1));
  }
}
