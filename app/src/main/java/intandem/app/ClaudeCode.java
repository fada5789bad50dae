package intandem.app;

import java.util.List;
import java.util.function.Supplier;

/** The session that this process serves: how its model is woken, and what peers are told it has. */
record ClaudeCode(Doorbell bell, Supplier<List<String>> capabilities) {}
