import org.jspecify.annotations.NullMarked;

/** Ways to this machine from anywhere: cloudflared, ssh, localtunnel, or what the user runs. */
@NullMarked
module intandem.tunnel {
  requires static org.jspecify;
  requires transitive intandem.domain;

  exports intandem.tunnel;
}
