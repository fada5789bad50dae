package intandem.mcp.words;

import intandem.domain.port.Link;

/** Why a hub was not reached, to go on after its name, and what to do about it. */
final class Endings {

  private Endings() {}

  static String of(Link.Ending ending) {
    return switch (ending) {
      case CLOSED -> " closed the connection. Try again; its session may be ending.";
      case REFUSED ->
          " cannot be reached: nothing listens there. Check that the inviting session still"
              + " runs, and the host and port.";
      case UNREACHABLE ->
          " cannot be reached: no answer. Check the network, and that the inviting session"
              + " still runs.";
      case UNKNOWN_HOST ->
          " cannot be found: its host name is not known. A tunnel's name may take a minute to be"
              + " known everywhere, and changes when it restarts: check it with your user, or try"
              + " again.";
      case NOT_A_HUB ->
          " cannot be reached: what answered is no InTandem hub. Check the host and port, or"
              + " ask for the current ones.";
      case WEB_PAGE ->
          " cannot be reached: a web page answered in its place. Check the host; if this network"
              + " asks for a login in the browser, your user has to do that first.";
      case NOBODY_BEHIND ->
          " cannot be reached: the tunnel or proxy there answers that nobody is behind it. The"
              + " inviting session has ended or its tunnel restarted: ask for the current address.";
      case PROXY_REFUSED ->
          " cannot be reached: the proxy in HTTPS_PROXY does not let this through. Your user can"
              + " check its name and password, or except the host by NO_PROXY.";
      case NO_PROXY ->
          " was not reached, as the proxy in HTTPS_PROXY cannot be. Your user can correct or remove"
              + " that setting, or except the host by NO_PROXY.";
      case NO_CERTIFICATES ->
          " was not called: INTANDEM_CA_CERTS, or else NODE_EXTRA_CA_CERTS, names no file that"
              + " certificates can be read from. Your user has to correct that; `intandem doctor`"
              + " says what is wrong with it.";
      case UNTRUSTED ->
          " was not trusted: its TLS certificate does not hold. Do not go around this; ask your"
              + " user. Where a company's proxy opens TLS, INTANDEM_CA_CERTS names its authority.";
      case TOO_LARGE, BROKEN -> " was reached, but the connection broke. Try again.";
    };
  }
}
