package intandem.mcp;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the tools need beside the session.
 *
 * @param directory base name of the project's directory: the name of a workspace by default
 * @param entropy unguessable, and safe to use from several threads
 */
public record Setting(String directory, InstantSource clock, RandomGenerator entropy) {}
