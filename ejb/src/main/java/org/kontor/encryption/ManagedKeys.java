package org.kontor.encryption;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/**
 * Keys that Kontor makes for itself when it first needs them, one for each purpose. They lie in the database, encrypted with the
 * keyset, so that every node has the same and a copy of the database alone is of no use to anybody.
 */
@ApplicationScoped
public class ManagedKeys implements HoldsEncrypted {

    private static final EncryptedColumn VALUE = new EncryptedColumn("managed_key", "value");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    FieldEncryption encryption;

    @Inject
    Clock clock;

    /** What a key is for. */
    public enum Purpose {
        /** Hashes by which somebody is recognised whose data was erased; 32 random bytes. */
        SUPPRESSION(1),
        /** Signs certificates of erasures; an Ed25519 private key in PKCS #8. */
        CERTIFICATE(2),
        /** The public part of {@link #CERTIFICATE}, in X.509. */
        CERTIFICATE_PUBLIC(3);

        private final long id;

        Purpose(long id) {
            this.id = id;
        }
    }

    @Override
    public List<EncryptedColumn> encryptedColumns() {
        return List.of(VALUE);
    }

    /** 32 secret bytes for this purpose, the same each time. */
    public byte[] secret(Purpose purpose) {
        return find(purpose).orElseGet(() -> keep(purpose, ManagedKeys::random));
    }

    /** The Ed25519 keys that sign certificates: the private one in PKCS #8, the public one in X.509, the same each time. */
    public KeyParts signing() {
        Optional<byte[]> known = find(Purpose.CERTIFICATE_PUBLIC);
        if (known.isEmpty()) {
            KeyParts made = pair();
            // Whoever comes second finds both parts of the one who came first: both are written in one order.
            keep(Purpose.CERTIFICATE, made::privateKey);
            keep(Purpose.CERTIFICATE_PUBLIC, made::publicKey);
        }
        return new KeyParts(
                find(Purpose.CERTIFICATE).orElseThrow(),
                find(Purpose.CERTIFICATE_PUBLIC).orElseThrow());
    }

    private Optional<byte[]> find(Purpose purpose) {
        return Sql.one(
                        dataSource,
                        "select value from managed_key where id = ?",
                        Sql.of(purpose.id),
                        row -> row.getBytes(1))
                .map(value -> encryption.decrypt(VALUE, purpose.id, value));
    }

    private byte[] keep(Purpose purpose, Supplier<byte[]> fresh) {
        Sql.execute(
                dataSource,
                "insert into managed_key (id, purpose, value, created_at) values (?, ?, ?, ?) on conflict do nothing",
                Sql.of(
                        purpose.id,
                        purpose.name(),
                        encryption.encrypt(VALUE, purpose.id, fresh.get()),
                        clock.instant()));
        return find(purpose).orElseThrow();
    }

    private static byte[] random() {
        byte[] key = new byte[SECRET_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    private static KeyParts pair() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new KeyParts(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Two keys that belong together.
     *
     * @param privateKey signs; PKCS #8
     * @param publicKey verifies; X.509
     */
    @SuppressWarnings("ArrayRecordComponent") // Encodings of keys, used at once and never compared.
    public record KeyParts(byte[] privateKey, byte[] publicKey) {}
}
