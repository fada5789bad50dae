package intandem.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.domain.port.Snippets.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ProjectFilesTest extends ProjectFilesSuite {
  private static final int RACES = 2_000;

  @Override
  Tree tree(Path root) {
    return new DescriptorTree(root);
  }

  @Test
  void this_system_is_read_by_open_directories() {
    assertInstanceOf(DescriptorTree.class, Tree.of(root));
  }

  @Test
  void a_project_is_opened_by_its_path() {
    write("a.txt", "text");
    var project = ProjectFiles.in(root, Policy.STRICT, LIMIT);
    assertEquals(new Taken("a.txt", 1, 1, 1, "text"), project.read("a.txt", 1, 0));
  }

  @Test
  void a_directory_swapped_for_a_link_never_shows_what_the_link_leads_to() throws Exception {
    write("a/b/x.txt", "inside");
    Path other = Files.createDirectories(directory.resolve("other/b"));
    Files.writeString(other.resolve("x.txt"), "outside");
    Swapping swapping = new Swapping(root.resolve("a"), directory.resolve("other"));
    swapping.during(RACES, () -> assertInside(all("a/b/x.txt")));
  }

  @Test
  void a_directory_swapped_at_the_end_of_the_way_shows_nothing_either() throws Exception {
    write("a/b/x.txt", "inside");
    Path other = Files.createDirectories(directory.resolve("other"));
    outside("other/x.txt");
    Swapping swapping = new Swapping(root.resolve("a/b"), other);
    swapping.during(RACES, () -> assertInside(all("a/b/x.txt")));
  }

  @Test
  void a_file_that_is_replaced_while_it_is_read_is_refused_or_whole() throws IOException {
    write("a.txt", "inside");
    Path fresh = directory.resolve("fresh");
    Entry replaced = new ReplacedEntry(root.resolve("a.txt"), Files.writeString(fresh, "inside"));
    assertEquals(
        "a.txt changed while it was read.",
        assertInstanceOf(Content.Kept.class, replaced.read(ReplacedEntry.PATH)).refused().detail());
  }
}
