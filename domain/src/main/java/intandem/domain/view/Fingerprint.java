package intandem.domain.view;

import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.WorkspaceId;
import java.math.BigInteger;

/**
 * Twenty digits that two people compare over another channel: equal ones at the same entry mean
 * that both see the same workspace with the same members and the same history.
 */
public final class Fingerprint {
  private static final int DIGITS = 20;
  private static final int GROUP = 5;

  private Fingerprint() {}

  /** The digits in groups of five. */
  public static String of(WorkspaceId workspace, Head head) {
    Lv input = Lv.of("intandem/v1/fingerprint").add(workspace.value()).add(head);
    BigInteger number = new BigInteger(1, Hash.of(input.bytes()).value().toArray());
    String digits = String.format("%0" + DIGITS + "d", number.mod(BigInteger.TEN.pow(DIGITS)));
    return digits.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }
}
