package intandem.domain.workspace;

import intandem.domain.id.Hash;
import intandem.domain.protocol.Place;

/** All that the rules may know of an entry besides its header: its place and its hash. */
public record Stamp(Place place, Hash hash) {}
