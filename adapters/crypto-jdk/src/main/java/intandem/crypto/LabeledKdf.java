package intandem.crypto;

import static intandem.crypto.Octets.ascii;
import static intandem.crypto.Octets.join;
import static intandem.crypto.Octets.uint16;

/** LabeledExtract and LabeledExpand for one suite identifier (RFC 9180 section 4). */
final class LabeledKdf {
  private static final String VERSION = "HPKE-v1";

  private final byte[] suite;

  LabeledKdf(byte[] suite) {
    this.suite = suite.clone();
  }

  byte[] extract(byte[] salt, String label, byte[] input) {
    return Hkdf.extract(salt, join(ascii(VERSION), suite, ascii(label), input));
  }

  byte[] expand(byte[] prk, String label, byte[] info, int length) {
    byte[] labeled = join(uint16(length), ascii(VERSION), suite, ascii(label), info);
    return Hkdf.expand(prk, labeled, length);
  }
}
