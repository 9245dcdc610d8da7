package org.kontor.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keyset in force: what is configured, else a file of the data folder. A change is seen within a minute. */
@ApplicationScoped
public class Keysets {

    /** Name of the file in the data folder. */
    static final String FILE = "encryption.keyset";

    private static final Logger LOG = System.getLogger(Keysets.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    @Inject
    EncryptionSettings settings;

    @Inject
    Clock clock;

    private @Nullable Keyset keyset;
    private Instant readAt = Instant.EPOCH;

    /**
     * The keyset in force.
     *
     * @throws IllegalStateException when there is none, or it cannot be read
     */
    synchronized Keyset current() {
        Instant now = clock.instant();
        if (keyset != null && now.isBefore(readAt.plus(LOOK_AGAIN))) {
            return keyset;
        }
        readAt = now;
        Keyset former = keyset;
        try {
            Keyset read = read().orElseThrow(
                            () -> new IllegalStateException("Set kontor.encryption.key: there is no keyset."));
            if (former != null && !former.toString().equals(read.toString())) {
                LOG.log(Level.INFO, "Encryption keys are now {0}, the first encrypts", read);
            }
            keyset = read;
            return read;
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            if (former == null) {
                throw e;
            }
            LOG.log(Level.ERROR, "The keys stay as they were, {0}: {1}", former, e.getMessage());
            return former;
        }
    }

    /** What is configured, else the file of the data folder; empty when there is neither. */
    Optional<Keyset> read() {
        return settings.keyset().or(this::fromFile).map(Keyset::parse);
    }

    /** Makes a key and writes it into the data folder. */
    Keyset create() {
        Path file = file().orElseThrow(() -> new IllegalStateException(
                "Set kontor.encryption.key, or kontor.data.dir so that a key can be kept there."));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new");
            PosixFileAttributeView owner = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
            if (owner != null) {
                owner.setPermissions(PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(fresh, Keyset.newKey() + "\n");
            Files.move(fresh, file);
        } catch (IOException e) {
            throw new UncheckedIOException("Make " + file + " writable, or set kontor.encryption.key", e);
        }
        LOG.log(
                Level.WARNING,
                "An encryption key was made in {0}. Keep a copy apart from the database: without it encrypted values are lost",
                file);
        return current();
    }

    private Optional<String> fromFile() {
        return file().filter(Files::exists).map(file -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Make " + file + " readable: it holds the encryption keys", e);
            }
        });
    }

    private Optional<Path> file() {
        return settings.dataDir().map(folder -> folder.resolve(FILE));
    }
}
