package intandem.domain.session.drafting;

import intandem.domain.admission.Limits;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.TaskNames;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes variables and findings. */
final class Noting {
  private final Core core;
  private final TaskNames names;

  Noting(Core core) {
    this.core = core;
    this.names = new TaskNames(core);
  }

  Written write(Ask.SetVariable ask) {
    Optional<Refusal> fault =
        new Part("key", ask.name(), Limits.VARIABLE_NAME_CHARS)
            .fault()
            .or(() -> new Part("value", ask.value(), Limits.VARIABLE_CHARS).lengthFault());
    Act act = new Act.SetVariable(core.replica().envelopes().variable(ask.name()), ask.expected());
    Body body = new Body.Variable(ask.name(), ask.value());
    return fault
        .<Written>map(Written.Refused::new)
        .orElseGet(() -> new Written.Command(new Recipient.All(), act, body));
  }

  Written write(Ask.Report ask) {
    Body.Finding finding = ask.finding();
    Optional<Refusal> fault =
        new Part("service", finding.service(), Limits.TITLE_CHARS)
            .fault()
            .or(new Part("summary", finding.summary(), Limits.FINDING_CHARS)::fault)
            .or(() -> lengthFault(finding))
            .or(() -> taskFault(finding.task()));
    return fault
        .<Written>map(Written.Refused::new)
        .orElseGet(() -> new Written.Command(new Recipient.All(), new Act.Report(), finding));
  }

  private static Optional<Refusal> lengthFault(Body.Finding finding) {
    Stream<Part> patterns =
        finding.patterns().stream().map(p -> new Part("patterns", p, Limits.TITLE_CHARS));
    Stream<Part> texts =
        Stream.of(
            new Part("category", finding.category(), Limits.TITLE_CHARS),
            new Part("recommendation", finding.recommendation(), Limits.FINDING_CHARS));
    return Stream.concat(texts, patterns).flatMap(part -> part.lengthFault().stream()).findFirst();
  }

  private Optional<Refusal> taskFault(String task) {
    boolean fine =
        task.isEmpty() || TaskId.parse(task).flatMap(core.workspace().board()::find).isPresent();
    return fine ? Optional.empty() : Optional.of(names.noSuch(task));
  }
}
