package intandem.domain.admission;

import intandem.domain.admission.Secrets.Finding;
import intandem.domain.id.Bytes;
import intandem.domain.port.Snippets.Reading;
import intandem.domain.port.Snippets.Reason;
import intandem.domain.port.Snippets.Refused;
import intandem.domain.port.Snippets.Taken;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What of a file may go into a message.
 *
 * @param bytes what the text may take after JSON escaping
 * @param secretsAllowed whether a human lifted the rules about secrets
 */
public record Disclosure(int bytes, boolean secretsAllowed) {

  /** Why a file is kept back for its name or the directories it is in, if it is. */
  public Optional<Refused> refusal(List<String> names) {
    return !secretsAllowed && SecretNames.match(names)
        ? Optional.of(
            new Refused(Reason.SECRET_NAME, "A file like " + names.getLast() + " holds secrets."))
        : Optional.empty();
  }

  /** The lines wanted, as {@link intandem.domain.port.Snippets#read} has them. */
  public Reading lines(ProjectPath path, Bytes content, int from, int to) {
    if (content.size() > Limits.FILE_BYTES) {
      return new Refused(
          Reason.TOO_LARGE, path + " is larger than " + Limits.FILE_BYTES + " bytes.");
    }
    Optional<String> text = text(content);
    if (text.isEmpty()) {
      return new Refused(Reason.BINARY, path + " is no text in UTF-8.");
    }
    Lines lines = new Lines(text.get());
    if (lines.total() == 0) {
      return new Refused(Reason.EMPTY, path + " is empty.");
    }
    int wanted = to == 0 ? lines.total() : Math.min(to, lines.total());
    if (from < 1 || from > wanted) {
      String has = lines.total() == 1 ? " has 1 line." : " has " + lines.total() + " lines.";
      return new Refused(Reason.NO_SUCH_LINES, path + has);
    }
    int most = Math.min(wanted, from + Limits.SHOWN_LINES - 1);
    int last = lines.lastThatFits(from, most, bytes);
    if (last < from) {
      return new Refused(
          Reason.LINE_TOO_LONG,
          "Line %d of %s takes more than %d bytes.".formatted(from, path, bytes));
    }
    Optional<Finding> secret =
        secretsAllowed
            ? Optional.empty()
            : Secrets.first(text.get(), lines.begin(from), lines.end(last));
    return secret
        .<Reading>map(found -> secretText(path, found))
        .orElseGet(
            () -> new Taken(path.toString(), from, last, lines.total(), lines.between(from, last)));
  }

  private static Refused secretText(ProjectPath path, Finding found) {
    return new Refused(
        Reason.SECRET_TEXT,
        "Line %d of %s looks like a secret (%s).".formatted(found.line(), path, found.rule()));
  }

  private static Optional<String> text(Bytes content) {
    try {
      return Optional.of(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content.toArray())))
          .map(Object::toString)
          .filter(text -> text.indexOf('\0') < 0);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
