package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import intandem.websocket.Certificates.Unreadable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CertificatesTest {
  private static final Path DEBIAN = Path.of("/etc/ssl/certs/ca-certificates.crt");

  @Test
  void the_authorities_of_the_system_are_trusted_besides_those_of_java() throws Exception {
    assumeTrue(Files.isReadable(DEBIAN), "this system keeps its authorities elsewhere");
    KeyStore store = Certificates.of(Map.of("INTANDEM_CA_CERTS", "system")).orElseThrow();
    List<Certificate> missing = new ArrayList<>();
    for (Certificate one : bundled()) {
      if (store.getCertificateAlias(one) == null) {
        missing.add(one);
      }
    }
    assertFalse(bundled().isEmpty());
    assertEquals(List.of(), missing);
  }

  private static Collection<? extends Certificate> bundled() throws Exception {
    try (var in = Files.newInputStream(DEBIAN)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }

  @Test
  void a_file_that_is_not_there_is_a_fault_and_not_passed_over() {
    Map<String, String> environment = Map.of("INTANDEM_CA_CERTS", "/nowhere/at/all.pem");
    var refused = assertThrows(Unreadable.class, () -> Certificates.of(environment));
    assertEquals(
        "INTANDEM_CA_CERTS=/nowhere/at/all.pem: there is no such file", refused.getMessage());
  }

  @Test
  void without_a_setting_there_is_nothing_besides_java() throws Exception {
    assertEquals(Optional.empty(), Certificates.of(Map.of()));
  }
}
