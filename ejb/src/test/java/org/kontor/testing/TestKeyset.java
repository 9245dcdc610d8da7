package org.kontor.testing;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.kontor.encryption.EncryptionSettings;

/** Encryption keys for tests: one made up key, until a test says otherwise. */
public final class TestKeyset extends EncryptionSettings {

    private Optional<String> keyset = Optional.of(key(1));
    private Optional<Path> dataDir = Optional.empty();

    /** A key that is the same each time; not for anything but tests. */
    public static String key(int number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Configures this keyset. */
    public void use(String text) {
        keyset = Optional.of(text);
    }

    /** Configures none, but a data folder. */
    public void useFolder(Path folder) {
        keyset = Optional.empty();
        dataDir = Optional.of(folder);
    }

    @Override
    public Optional<String> keyset() {
        return keyset;
    }

    @Override
    public Optional<Path> dataDir() {
        return dataDir;
    }
}
