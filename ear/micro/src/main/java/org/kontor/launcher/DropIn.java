package org.kontor.launcher;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.launcher.CannotStart.Obstacle;

/**
 * Keeps what is deployed the same as what lies in a folder: a RAR that is put there is deployed within seconds, one that is
 * replaced is deployed anew, one that is taken away is undeployed. Looks at the folder; nothing else is needed of the file
 * system. A file counts once it has stopped growing.
 */
final class DropIn {

    private static final Logger LOG = System.getLogger(DropIn.class.getName());

    private final Path folder;
    private final Archives archives;
    private final Set<String> taken;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Seen> done = new HashMap<>();
    private final Set<String> running = new HashSet<>();

    /**
     * @param folder where the RARs are put
     * @param taken names of archives that belong to the distribution
     */
    DropIn(Path folder, Archives archives, Set<String> taken) {
        this.folder = folder;
        this.archives = archives;
        this.taken = Set.copyOf(taken);
    }

    /** What can be done with archives. */
    interface Archives {
        void deploy(Path archive) throws CannotStart;

        void undeploy(String name);
    }

    /** Deploys what lies there at the start, without waiting for it to stop growing. */
    void atStart() throws IOException {
        Files.createDirectories(folder);
        look();
        look();
    }

    /** Looks once. Called again and again by one thread. */
    void look() throws IOException {
        Map<String, Seen> now = new HashMap<>();
        for (Path file : MicroServer.filesIn(folder, ".rar")) {
            now.put(
                    name(file),
                    new Seen(
                            file,
                            Files.size(file),
                            Files.getLastModifiedTime(file).toMillis()));
        }
        new TreeMap<>(done).forEach((name, before) -> {
            Optional<Seen> current = Optional.ofNullable(now.get(name));
            boolean replaced = current.filter(file -> !file.equals(before) && settled(name, file))
                    .isPresent();
            if (current.isEmpty() || replaced) {
                done.remove(name);
                if (running.remove(name)) {
                    archives.undeploy(name);
                    LOG.log(Level.INFO, "Connector archive {0} was taken away", name);
                }
            }
        });
        new TreeMap<>(now).forEach((name, file) -> {
            if (!done.containsKey(name) && settled(name, file)) {
                deploy(name, file);
            }
        });
        seen.clear();
        seen.putAll(now);
    }

    private boolean settled(String name, Seen file) {
        return file.equals(seen.get(name));
    }

    private void deploy(String name, Seen archive) {
        // Also one that does not start is done with, until the file changes.
        done.put(name, archive);
        try {
            if (taken.contains(name)) {
                throw new CannotStart(Obstacle.APPLICATION, "Rename it: the distribution has an archive of this name.");
            }
            archives.deploy(archive.file());
            running.add(name);
            LOG.log(Level.INFO, "Connector archive {0} was deployed", name);
        } catch (CannotStart e) {
            LOG.log(Level.WARNING, "Connector archive {0} did not start and is left out: {1}", name, e.getMessage());
        }
    }

    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    private record Seen(Path file, long size, long modified) {}
}
