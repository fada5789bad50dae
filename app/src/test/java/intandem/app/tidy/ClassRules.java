package intandem.app.tidy;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_STATIC;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What compiled main code may refer to, by package. */
final class ClassRules {
  /** References that match are refused outside the packages listed (with their subpackages). */
  private record Rule(String name, Pattern reference, List<String> allowedIn) {
    Rule(String name, String reference, String... allowedIn) {
      this(name, Pattern.compile(reference), List.of(allowedIn));
    }

    boolean refuses(String reference, String packageName) {
      return allowedIn.stream().noneMatch(allowed -> (packageName + ".").startsWith(allowed + "."))
          && this.reference.matcher(reference).find();
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "reads a clock",
              "^java/lang/System\\.(currentTimeMillis|nanoTime)$|^java/time/\\w+\\.now$"
                  + "|^java/time/(Clock|InstantSource)\\.(system|tick)|^java/util/Date\\.<init>$",
              "intandem.app"),
          new Rule(
              "makes randomness",
              "^java/lang/Math\\.random$|^java/util/UUID\\.randomUUID$|^java/util/Random\\.<init>$"
                  + "|java/security/SecureRandom|java/util/concurrent/ThreadLocalRandom",
              "intandem.app",
              "intandem.contract",
              "intandem.crypto"),
          new Rule(
              "touches threads",
              "java/lang/Thread|java/util/concurrent/(Executor|CompletableFuture|locks/)",
              "intandem.app",
              "intandem.contract",
              "intandem.mcp",
              "intandem.project",
              "intandem.storage",
              "intandem.tunnel",
              "intandem.websocket"),
          new Rule(
              "reaches outside the process",
              "java/(io/(?!Serializable;?$)|net/|nio/file/|nio/channels/|sql/)",
              "intandem.app",
              "intandem.codec",
              "intandem.contract",
              "intandem.crypto",
              "intandem.home",
              "intandem.mcp",
              "intandem.project",
              "intandem.storage",
              "intandem.tunnel",
              "intandem.websocket"));

  private ClassRules() {}

  static List<Violation> check(ClassModel model) {
    var name = model.thisClass().asInternalName();
    return check(model, name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.'));
  }

  /** Checks the class as if it were in the package. */
  static List<Violation> check(ClassModel model, String packageName) {
    var source = model.findAttribute(Attributes.sourceFile()).orElseThrow().sourceFile();
    var file = packageName.replace('.', '/') + "/" + source.stringValue();
    List<Violation> found = new ArrayList<>();
    for (var field : model.fields()) {
      if ((field.flags().flagsMask() & (ACC_STATIC | ACC_FINAL)) == ACC_STATIC) {
        found.add(
            new Violation(
                file, 1, "static field is not final: " + field.fieldName().stringValue()));
      }
    }
    references(model)
        .forEach(
            (reference, line) ->
                RULES.stream()
                    .filter(rule -> rule.refuses(reference, packageName))
                    .map(rule -> new Violation(file, line, rule.name() + ": " + reference))
                    .forEach(found::add));
    return found;
  }

  /** Everything the constant pool names, with the line of its first call, or 1 if never called. */
  private static Map<String, Integer> references(ClassModel model) {
    Map<String, Integer> lines = new HashMap<>();
    for (var entry : model.constantPool()) {
      switch (entry) {
        case MemberRefEntry member -> lines.put(reference(member), 1);
        case Utf8Entry text -> lines.put(text.stringValue(), 1);
        default -> {}
      }
    }
    for (var method : model.methods()) {
      lines.putAll(callsIn(method));
    }
    return lines;
  }

  private static Map<String, Integer> callsIn(MethodModel method) {
    Map<String, Integer> lines = new HashMap<>();
    int line = 1;
    for (var element : method.code().map(CodeModel::elementList).orElse(List.of())) {
      switch (element) {
        case LineNumber number -> line = number.line();
        case InvokeInstruction call -> lines.putIfAbsent(reference(call.method()), line);
        default -> {}
      }
    }
    return lines;
  }

  private static String reference(MemberRefEntry member) {
    return member.owner().asInternalName() + "." + member.name().stringValue();
  }
}
