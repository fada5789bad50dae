import org.jspecify.annotations.NullMarked;

/** The program: commands, wiring, the loop and shutdown. */
@NullMarked
module intandem.app {
  requires static org.jspecify;
  requires intandem.codec;
  requires intandem.crypto;
  requires intandem.domain;
  requires intandem.home;
  requires intandem.mcp;
  requires intandem.project;
  requires intandem.storage;
  requires intandem.tunnel;
  requires intandem.websocket;
}
