package org.kontor.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.kontor.launcher.CannotStart.Obstacle;

/** The folder that holds everything that outlives a start. One Kontor at a time owns it; the lock dies with the process. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder where it is missing, for its owner alone, and locks it.
     *
     * @throws CannotStart when it cannot be written, or another Kontor holds it
     */
    static DataFolder open(Path path) throws CannotStart {
        FileChannel channel;
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                ownerOnly(path, "rwx------");
            }
            Files.createDirectories(path.resolve("logs"));
            channel =
                    FileChannel.open(path.resolve("kontor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new CannotStart(
                    Obstacle.DATA_FOLDER,
                    "Make the data folder " + path + " writable, or name another one with kontor.data.dir: " + e + ".");
        }
        if (!locked(channel)) {
            close(channel);
            throw new CannotStart(
                    Obstacle.ALREADY_RUNNING,
                    "Stop the Kontor that already runs on the data folder " + path
                            + ", or name another folder with kontor.data.dir.");
        }
        return new DataFolder(path, channel);
    }

    Path path() {
        return path;
    }

    Path logs() {
        return path.resolve("logs");
    }

    /** A folder for temporary files, empty at each start: what a crash left there is of no use to anybody. */
    Path emptyTemporaryFolder() throws IOException {
        Path folder = path.resolve("tmp");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    @Override
    public void close() {
        close(channel);
    }

    static void ownerOnly(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean locked(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(DataFolder.class.getName()).log(System.Logger.Level.DEBUG, "Lock file not closed", e);
        }
    }
}
