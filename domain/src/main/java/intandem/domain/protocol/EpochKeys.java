package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import java.util.List;

/**
 * A new epoch's secret, wrapped to every member.
 *
 * @param confirm commits the owner to one secret for all
 * @param previous the predecessor's secret sealed under the new one; empty for the first epoch
 */
public record EpochKeys(List<KeyWrap> wraps, Bytes confirm, Bytes previous) {
  /** In a draft: they are made when it is sealed, for those who are members then. */
  public static final EpochKeys UNMADE = new EpochKeys(List.of(), Bytes.EMPTY, Bytes.EMPTY);

  public EpochKeys {
    wraps = List.copyOf(wraps);
  }
}
