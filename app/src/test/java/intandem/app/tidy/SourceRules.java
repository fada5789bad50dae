package intandem.app.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Sizes, names and habits, read from one source file. */
final class SourceRules extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private static final int FILE_LINES = 300;
  private static final int TEST_FILE_LINES = 400;
  private static final int METHOD_LINES = 40;
  private static final int PARAMETERS = 5;
  private static final int COLUMNS = 100;
  private static final Pattern VAGUE_NAME = Pattern.compile(".*(Manager|Helper|Utils?|Impl)");
  private static final Pattern OPEN_END = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
  private static final Pattern MUTABLE =
      Pattern.compile("(Hash|Linked|Tree|Array|Concurrent|Atomic|CopyOn|Priority|String)\\w+.*");

  private final String file;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<Violation> found = new ArrayList<>();

  private SourceRules(String file, CompilationUnitTree unit, SourcePositions positions) {
    this.file = file;
    this.unit = unit;
    this.positions = positions;
  }

  static List<Violation> check(String file, String text) throws IOException {
    var source =
        new SimpleJavaFileObject(URI.create("string:///" + file), Kind.SOURCE) {
          @Override
          public String getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, null, null, null, List.of(source));
    var unit = task.parse().iterator().next();
    var rules = new SourceRules(file, unit, Trees.instance(task).getSourcePositions());
    rules.checkLines(text.lines().toList());
    rules.scan(unit, null);
    return rules.found;
  }

  private void checkLines(List<String> lines) {
    int limit = isTest() ? TEST_FILE_LINES : FILE_LINES;
    if (lines.size() > limit) {
      report(lines.size(), "file is longer than " + limit + " lines");
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).length() > COLUMNS && !lines.get(i).startsWith("import ")) {
        report(i + 1, "line is longer than " + COLUMNS + " columns");
      }
      if (OPEN_END.matcher(lines.get(i)).find()) {
        report(i + 1, "left for later: write an issue instead");
      }
    }
  }

  @Override
  public @Nullable Void visitClass(ClassTree node, @Nullable Void unused) {
    if (VAGUE_NAME.matcher(node.getSimpleName()).matches()) {
      report(lineOf(node), "name says nothing: " + node.getSimpleName());
    }
    return super.visitClass(node, null);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree node, @Nullable Void unused) {
    long lines = endLineOf(node) - lineOf(node) + 1;
    if (lines > METHOD_LINES) {
      report(lineOf(node), "method has " + lines + " lines, more than " + METHOD_LINES);
    }
    if (node.getParameters().size() > PARAMETERS && !ofRecord(node)) {
      report(lineOf(node), "method has more than " + PARAMETERS + " parameters");
    }
    return super.visitMethod(node, null);
  }

  /** A record is the way to pass more: its own constructor may take what it has. */
  private boolean ofRecord(MethodTree node) {
    boolean constructor = node.getName().contentEquals("<init>");
    return constructor
        && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree owner
        && owner.getKind() == Tree.Kind.RECORD;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree node, @Nullable Void unused) {
    if (node.getModifiers().getFlags().contains(Modifier.STATIC)
        && node.getInitializer() instanceof NewClassTree made
        && MUTABLE.matcher(made.getIdentifier().toString()).matches()) {
      report(lineOf(node), "static field holds mutable state: " + node.getName());
    }
    return super.visitVariable(node, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void unused) {
    if (isTest() && node.getIdentifier().contentEquals("sleep")) {
      report(lineOf(node), "test sleeps");
    }
    return super.visitMemberSelect(node, null);
  }

  private boolean isTest() {
    return file.contains("src/test/");
  }

  private long lineOf(Tree node) {
    return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, node));
  }

  private long endLineOf(Tree node) {
    return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, node));
  }

  private void report(long line, String rule) {
    found.add(new Violation(file, line, rule));
  }
}
