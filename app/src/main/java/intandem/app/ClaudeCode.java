package intandem.app;

import intandem.domain.session.SessionEffect;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The session that this process serves: how its model is woken, and what peers are told it has. */
record ClaudeCode(Consumer<SessionEffect.Wake> wakes, Supplier<List<String>> capabilities) {}
