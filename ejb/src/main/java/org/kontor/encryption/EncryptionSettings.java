package org.kontor.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the operator configured about encryption. Read when asked for, and kept nowhere. */
@ApplicationScoped
public class EncryptionSettings {

    /** The keyset, {@code kontor.encryption.key}: keys of 32 bytes in base64, the newest first, parted by commas or blanks. */
    public Optional<String> keyset() {
        return value("kontor.encryption.key");
    }

    /**
     * Where a keyset of its own goes when none is configured: {@code kontor.data.dir}, on an application server without it a
     * folder {@code kontor} of the domain.
     */
    public Optional<Path> dataDir() {
        return value("kontor.data.dir")
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getProperty("com.sun.aas.instanceRoot"))
                        .map(domain -> Path.of(domain, "kontor")));
    }

    private static Optional<String> value(String key) {
        return ConfigProvider.getConfig().getOptionalValue(key, String.class).filter(text -> !text.isBlank());
    }
}
