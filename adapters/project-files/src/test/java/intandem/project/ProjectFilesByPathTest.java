package intandem.project;

import java.nio.file.Path;

/** The way that file systems without open directories have to go. */
final class ProjectFilesByPathTest extends ProjectFilesSuite {
  @Override
  Tree tree(Path root) {
    return new CheckedTree(root);
  }
}
