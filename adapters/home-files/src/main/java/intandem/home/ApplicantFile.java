package intandem.home;

import intandem.domain.port.Keyring.Applicant;

/** The keys of a join under way as they are written to disk. */
record ApplicantFile(int version, KeyFile.Pair sign, KeyFile.Pair seal) {
  static ApplicantFile of(Applicant applicant) {
    return new ApplicantFile(
        KeyFile.VERSION, KeyFile.Pair.of(applicant.sign()), KeyFile.Pair.of(applicant.seal()));
  }

  Applicant applicant() {
    return new Applicant(sign.keys(), seal.keys());
  }
}
