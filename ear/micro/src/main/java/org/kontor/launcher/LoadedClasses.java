package org.kontor.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The classes that were loaded, kept for the next start of the same Kontor on the same Java. */
final class LoadedClasses {

    private LoadedClasses() {}

    /**
     * Writes them to the file that the start script named, when this Java records them: it does when the script found no
     * such file. Files of other versions beside it go. What fails here costs the next start some seconds and nothing else.
     */
    static void keep() {
        String named = System.getProperty("kontor.classes", "");
        boolean recorded =
                ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:+RecordDynamicDumpInfo");
        if (named.isEmpty() || !recorded) {
            return;
        }
        Path file = Path.of(named).toAbsolutePath();
        try {
            List<Path> former = MicroServer.filesIn(file.resolveSibling(""), ".jsa");
            JavaCommands.keepClasses(file);
            for (Path each : Files.exists(file) ? former : List.<Path>of()) {
                // Another Kontor of this version may have kept its own just now.
                if (!each.equals(file)) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (IOException e) {
            System.getLogger(LoadedClasses.class.getName())
                    .log(System.Logger.Level.INFO, "The loaded classes are not kept for the next start", e);
        }
    }
}
