package io.belay.app.process;

import io.belay.app.PracticeWindow;
import io.belay.app.shell.Hands;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.testfx.api.FxToolkit;

/// Opens the window and a vault in it, unseen, so that Java may write down which classes a start
/// needs (`-XX:DumpLoadedClassList`); the build makes the window's class data of that list.
final class WindowClasses {
  private static final String PASSWORD = "nine ropes and a carabiner";

  // what draws on a real screen, in place of what draws nowhere here
  private static final List<String> DRAWING =
      List.of("com/sun/glass/ui/", "com/sun/prism/", "com/sun/javafx/font/", "com/sun/javafx/tk/");

  private WindowClasses() {}

  /// Opens it.
  ///
  /// @param args an empty directory
  public static void main(String[] args) throws Exception {
    FxToolkit.registerPrimaryStage();
    try (PracticeWindow window =
        PracticeWindow.open(Files.createTempDirectory(Path.of(args[0]), "classes"), 1000)) {
      unlock(window.hands());
    }
    loadDrawing();
    System.exit(0);
  }

  static void unlock(Hands hands) throws Exception {
    hands.await("New vault");
    hands.type("#new-password", PASSWORD);
    hands.type("#again", PASSWORD);
    hands.fire("#create");
    hands.await("Write these words down");
    List<String> words =
        Hands.ask(() ->
            hands.stage().getScene().getRoot().lookupAll(".word-cell .strong").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    hands.fire("#written");
    hands.await("Check what you wrote");
    for (int place = 0; place < words.size(); place++) {
      String id = "#word-" + place;
      if (hands.find(id, Node.class) != null) {
        hands.fill(id, words.get(place));
      }
    }
    hands.fire("#check");
    hands.await("Recent activity");
    hands.awaitThat(
        "a balance",
        () -> hands.stage().getScene().getRoot().lookup("#accounts-table .chip.proven") != null);
  }

  private static void loadDrawing() throws IOException, URISyntaxException {
    Path jar = Path.of(Platform.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarFile file = new JarFile(jar.toFile());
        Stream<String> names = file.stream().map(entry -> entry.getName())) {
      names
          .filter(name -> DRAWING.stream().anyMatch(name::startsWith) && name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .forEach(WindowClasses::load);
    }
  }

  private static void load(String name) {
    try {
      Class.forName(name, false, WindowClasses.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // it needs another system than this; the list does without it
      return;
    }
  }
}
