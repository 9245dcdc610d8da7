package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.kontor.encryption.EncryptedColumn;
import org.kontor.encryption.FieldEncryption;
import org.kontor.encryption.HoldsEncrypted;

/** What somebody shows besides the password: a code of the moment, or one of the recovery codes. Each is good once. */
@Dependent
class SecondFactor implements HoldsEncrypted {

    private static final EncryptedColumn SECRET = new EncryptedColumn("two_factor", "secret");

    private static final int LONGEST = 100;

    @Inject
    TwoFactorRepository repository;

    @Inject
    FieldEncryption encryption;

    @Inject
    Clock clock;

    @Override
    public List<EncryptedColumn> encryptedColumns() {
        return List.of(SECRET);
    }

    /** Keeps a new secret, unless the user has one. */
    void keep(long userId, byte[] secret) {
        repository.keep(userId, encryption.encrypt(SECRET, userId, secret), clock.instant());
    }

    /** The secret of a user. */
    Optional<byte[]> secret(long userId) {
        return repository.secret(userId).map(value -> encryption.decrypt(SECRET, userId, value));
    }

    /** What somebody showed. */
    enum Shown {
        NOTHING_GOOD,
        CODE,
        RECOVERY_CODE
    }

    /** What this is; it is used up then. */
    Shown show(long userId, String typed) {
        if (typed.length() > LONGEST) {
            return Shown.NOTHING_GOOD;
        }
        if (acceptsCode(userId, typed)) {
            return Shown.CODE;
        }
        return repository.useCode(userId, RecoveryCodes.hash(typed)) ? Shown.RECOVERY_CODE : Shown.NOTHING_GOOD;
    }

    /** Whether this is a code of the moment that was not used before; it is used up then. */
    boolean acceptsCode(long userId, String typed) {
        Instant now = clock.instant();
        Optional<byte[]> secret = secret(userId);
        OptionalLong step =
                secret.isEmpty() ? OptionalLong.empty() : Totp.matching(secret.get(), typed.replaceAll("\\s", ""), now);
        return step.isPresent() && repository.useUp(userId, step.getAsLong());
    }
}
