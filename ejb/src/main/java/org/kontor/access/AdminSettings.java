package org.kontor.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the operator configured about the user {@code admin}. Read when asked for, and kept nowhere. */
@ApplicationScoped
public class AdminSettings {

    /** Password of the user {@code admin} at the first start, {@code kontor.admin.password}. */
    public Optional<String> password() {
        return value("kontor.admin.password");
    }

    /**
     * Where to write the password that is made up at the first start, {@code kontor.first-password.file}: for a launcher that
     * shows it once, so that it passes through no log.
     */
    public Optional<Path> firstPasswordFile() {
        return value("kontor.first-password.file").map(Path::of);
    }

    /** An API key with all permissions, {@code kontor.admin.api-key}. */
    public Optional<String> apiKey() {
        return value("kontor.admin.api-key");
    }

    private static Optional<String> value(String key) {
        return ConfigProvider.getConfig().getOptionalValue(key, String.class).filter(text -> !text.isBlank());
    }
}
