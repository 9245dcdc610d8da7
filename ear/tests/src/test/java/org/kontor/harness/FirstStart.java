package org.kontor.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data folder as the first start leaves it: made once for all test processes, then copied. To unpack PostgreSQL and to make
 * the tables twenty times over would tell nothing new and take minutes. That start also leaves the classes that later ones
 * read faster.
 */
final class FirstStart {

    /** What the first start writes down; who brings one of these begins on an empty folder. */
    private static final Set<String> WRITTEN =
            Set.of("kontor.admin.password", "kontor.encryption.key", "kontor.db.url", "kontor.data.dir");

    /** Of one process alone. */
    private static final Set<String> OF_THE_PROCESS = Set.of("logs", "tmp", "kontor.lock");

    private FirstStart() {}

    /** Fills the data folder, unless the settings want an own first start. */
    static void copyTo(Path data, Map<String, String> settings) {
        if (settings.keySet().stream().anyMatch(WRITTEN::contains)) {
            return;
        }
        try {
            copy(made(), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One process makes it, others wait. A distribution that was built anew makes its own. */
    private static synchronized Path made() throws IOException {
        Path lib = KontorServer.distribution().resolve("lib");
        String build = Long.toString(Files.getLastModifiedTime(lib).toMillis());
        Path parent = Files.createDirectories(Path.of("target", "kontor-it").toAbsolutePath());
        Path made = parent.resolve("first-" + build);
        try (FileChannel file = FileChannel.open(
                        parent.resolve("first.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = file.lock()) {
            if (!lock.isValid()) {
                throw new IOException("Nobody else may make " + made);
            }
            if (!Files.exists(made)) {
                KontorServer first = KontorServer.prepare(Map.of());
                first.start();
                first.stop();
                Files.move(first.data(), made);
            }
        }
        return made;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.getParent().equals(from)
                        && OF_THE_PROCESS.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            /** What has been unpacked is known by its times, which a file that is put into a folder changes. */
            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble) throws IOException {
                if (trouble != null) {
                    throw trouble;
                }
                Files.setLastModifiedTime(to.resolve(from.relativize(folder)), Files.getLastModifiedTime(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!OF_THE_PROCESS.contains(file.getFileName().toString())) {
                    Files.copy(
                            file,
                            to.resolve(from.relativize(file)),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
