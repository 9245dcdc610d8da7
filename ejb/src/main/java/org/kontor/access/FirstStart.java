package org.kontor.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.AppException;

/** Creates the user {@code admin} when there is none yet. */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
public class FirstStart {

    static final String ADMIN = "admin";

    private static final Logger LOG = System.getLogger(FirstStart.class.getName());
    private static final String ADMINISTRATOR = "Administrator";

    /** Without those that are taken for another when read from a screen. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    @Inject
    AccessRepository repository;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    @Inject
    AdminSettings settings;

    /** Runs at each start; acts at the first one. */
    @PostConstruct
    void start() {
        if (repository.userByLogin(ADMIN).isPresent()) {
            return;
        }
        Optional<String> configured = settings.password();
        String password = configured.orElseGet(FirstStart::random);
        User admin = new User(ADMIN, clock.instant(), Caller.SYSTEM.login());
        admin.describe(ADMIN, "", new HashSet<>(repository.rolesNamed(List.of(ADMINISTRATOR))));
        admin.setPassword(PasswordHash.of(password), configured.isEmpty());
        repository.add(admin);
        repository.flush();
        log.write("user.created", Caller.SYSTEM.login(), "", ADMIN);
        if (configured.isEmpty()) {
            show(password);
        } else {
            LOG.log(Level.INFO, "First start: sign in as {0} with the password in kontor.admin.password", ADMIN);
            warnIfWeak(password);
        }
    }

    private void show(String password) {
        Optional<Path> file = settings.firstPasswordFile();
        if (file.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "First start: sign in as {0} with the password {1} (shown only now; you will choose another one)",
                    ADMIN,
                    password);
            return;
        }
        try {
            Files.deleteIfExists(file.get());
            Files.createFile(file.get());
            PosixFileAttributeView owner = Files.getFileAttributeView(file.get(), PosixFileAttributeView.class);
            if (owner != null) {
                owner.setPermissions(PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(file.get(), password);
            LOG.log(Level.INFO, "First start: the password of {0} is in {1}", ADMIN, file.get());
        } catch (IOException e) {
            throw new UncheckedIOException("Make " + file.get() + " writable: the first password goes there", e);
        }
    }

    private static void warnIfWeak(String password) {
        try {
            PasswordPolicy.check("kontor.admin.password", password, ADMIN, PasswordPolicy.MIN_LENGTH);
        } catch (AppException e) {
            LOG.log(Level.WARNING, "kontor.admin.password is easy to guess. {0}", e.getMessage());
        }
    }

    /** 20 letters and digits in groups, with at least one of each kind that the policy asks for. */
    static String random() {
        SecureRandom random = new SecureRandom();
        while (true) {
            StringBuilder password = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                password.append(i > 0 && i % 5 == 0 ? "-" : "");
                password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            try {
                PasswordPolicy.check("password", password.toString(), ADMIN, PasswordPolicy.MIN_LENGTH);
                return password.toString();
            } catch (AppException tooWeak) {
                LOG.log(Level.TRACE, "Drawing another password");
            }
        }
    }
}
