package org.kontor.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropInTest {

    private final List<String> done = new ArrayList<>();

    @TempDir
    Path folder;

    private DropIn dropIn;

    @BeforeEach
    void start() throws IOException {
        DropIn.Archives archives = new DropIn.Archives() {
            @Override
            public void deploy(Path archive) throws CannotStart {
                if (archive.toString().contains("broken")) {
                    throw new CannotStart(CannotStart.Obstacle.APPLICATION, "It is broken.");
                }
                done.add("+" + DropIn.name(archive));
            }

            @Override
            public void undeploy(String name) {
                done.add("-" + name);
            }
        };
        dropIn = new DropIn(folder, archives, Set.of("bundled"));
        dropIn.atStart();
    }

    @Test
    void anArchiveIsDeployedOnceItHasStoppedGrowing() throws IOException {
        put("acme", "half");
        dropIn.look();
        put("acme", "half and half");
        dropIn.look();
        assertEquals(List.of(), done);
        dropIn.look();
        dropIn.look();
        assertEquals(List.of("+acme"), done);
    }

    @Test
    void oneThatIsReplacedIsDeployedAnewAndOneThatIsTakenAwayIsUndeployed() throws IOException {
        put("acme", "one");
        twice();
        put("acme", "another");
        twice();
        assertEquals(List.of("+acme", "-acme", "+acme"), done);
        Files.delete(folder.resolve("acme.rar"));
        twice();
        assertEquals(List.of("+acme", "-acme", "+acme", "-acme"), done);
    }

    @Test
    void oneThatDoesNotStartStandsInNobodysWay() throws IOException {
        put("broken", "x");
        put("bundled", "x");
        put("good", "x");
        Files.writeString(folder.resolve("readme.txt"), "x");
        twice();
        twice();
        assertEquals(List.of("+good"), done);
        Files.delete(folder.resolve("broken.rar"));
        twice();
        assertEquals(List.of("+good"), done, "what was never deployed is not undeployed");
    }

    @Test
    void whatLiesThereAtTheStartIsDeployedAtOnce() throws IOException {
        put("acme", "x");
        dropIn.atStart();
        assertEquals(List.of("+acme"), done);
    }

    private void twice() throws IOException {
        dropIn.look();
        dropIn.look();
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name + ".rar"), content);
    }
}
