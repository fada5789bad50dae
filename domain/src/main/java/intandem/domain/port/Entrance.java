package intandem.domain.port;

/** By which of a hub's listeners a link came. Each has budgets of its own. */
public enum Entrance {
  /** The one for processes of this machine. */
  LOCAL,
  /** The one that a tunnel leads to. */
  TUNNEL
}
