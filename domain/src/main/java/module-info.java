import org.jspecify.annotations.NullMarked;

/** The rules, the ports and the two step machines, without any library. */
@NullMarked
module intandem.domain {
  requires static org.jspecify;

  exports intandem.domain.admission;
  exports intandem.domain.attention;
  exports intandem.domain.hub;
  exports intandem.domain.id;
  exports intandem.domain.join;
  exports intandem.domain.port;
  exports intandem.domain.protocol;
  exports intandem.domain.reach;
  exports intandem.domain.session;
  exports intandem.domain.session.boundary;
  exports intandem.domain.tandem;
  exports intandem.domain.view;
  exports intandem.domain.workspace;
}
