package intandem.websocket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Authorities to trust besides those of the Java runtime, as a company's proxy may need. */
final class Certificates {
  private static final String SYSTEM = "system";
  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  private Certificates() {}

  /**
   * The whole store: {@code INTANDEM_CA_CERTS}, which is {@code system} or a PEM file, else Claude
   * Code's own {@code NODE_EXTRA_CA_CERTS}; empty if neither is set.
   *
   * @throws Unreadable if what is named cannot be read, or holds no certificate
   */
  static Optional<KeyStore> of(Map<String, String> environment) throws Unreadable {
    for (String variable : List.of("INTANDEM_CA_CERTS", "NODE_EXTRA_CA_CERTS")) {
      String named = environment.getOrDefault(variable, "").strip();
      if (!named.isEmpty()) {
        return Optional.of(named(variable, named));
      }
    }
    return Optional.empty();
  }

  private static KeyStore named(String variable, String value) throws Unreadable {
    try {
      return store(extra(value));
    } catch (IOException | GeneralSecurityException e) {
      throw new Unreadable(variable + "=" + value + ": " + problem(e), e);
    }
  }

  private static String problem(Exception e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "it may not be read";
      case CertificateException _ -> "it holds no certificates in PEM";
      default -> String.valueOf(e.getMessage());
    };
  }

  /** What the environment names gives no certificates; the message says what that is, and why. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private Unreadable(String message, Exception cause) {
      super(message, cause);
    }
  }

  private static List<Certificate> extra(String named)
      throws IOException, GeneralSecurityException {
    if (!named.equals(SYSTEM)) {
      return read(path(named));
    }
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")) {
      return keychain();
    }
    Optional<Path> bundle = BUNDLES.stream().filter(Files::isReadable).findFirst();
    return read(bundle.orElseThrow(() -> new IOException("this system has no known bundle")));
  }

  private static Path path(String named) throws IOException {
    try {
      return Path.of(named);
    } catch (InvalidPathException e) {
      throw new IOException("it is no name of a file", e);
    }
  }

  private static List<Certificate> read(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      List<Certificate> all =
          List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
      if (all.isEmpty()) {
        throw new IOException("there is no certificate in it");
      }
      return all;
    }
  }

  private static List<Certificate> keychain() throws IOException, GeneralSecurityException {
    List<Certificate> all = new ArrayList<>();
    for (String type : List.of("KeychainStore", "KeychainStore-ROOT")) {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null);
      for (String alias : Collections.list(store.aliases())) {
        Optional.ofNullable(store.getCertificate(alias)).ifPresent(all::add);
      }
    }
    return all;
  }

  private static KeyStore store(List<Certificate> extra)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null);
    List<Certificate> all = new ArrayList<>(extra);
    all.addAll(runtime());
    for (int i = 0; i < all.size(); i++) {
      store.setCertificateEntry("ca" + i, all.get(i));
    }
    return store;
  }

  private static List<X509Certificate> runtime() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
        .toList();
  }
}
