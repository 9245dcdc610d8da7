package org.kontor.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts single values for the database and decrypts them. About 5 microseconds a value; may be called by many threads.
 *
 * <p>A feature that stores such values also declares its columns as {@link HoldsEncrypted}.
 */
@ApplicationScoped
public class FieldEncryption {

    @Inject
    Keysets keysets;

    /**
     * Encrypts a text with the newest key. Twice the same text gives two different values.
     *
     * @param column where the value will be stored
     * @param id key of the row, known before the row is written
     */
    public byte[] encrypt(EncryptedColumn column, long id, String plain) {
        return encrypt(column, id, plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Encrypts bytes, as {@link #encrypt(EncryptedColumn, long, String)} does a text. */
    public byte[] encrypt(EncryptedColumn column, long id, byte[] plain) {
        try {
            return keysets.current().encrypt(plain, column.boundTo(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value for " + column + " cannot be encrypted", e);
        }
    }

    /**
     * Decrypts a text.
     *
     * @throws CannotDecrypt when its key is not in the keyset, or the value was changed or comes from another row or column
     */
    public String decryptText(EncryptedColumn column, long id, byte[] value) {
        return new String(decrypt(column, id, value), StandardCharsets.UTF_8);
    }

    /** Decrypts bytes, as {@link #decryptText} does a text. */
    public byte[] decrypt(EncryptedColumn column, long id, byte[] value) {
        Keyset keyset = keysets.current();
        try {
            return keyset.decrypt(value, column.boundTo(id));
        } catch (GeneralSecurityException e) {
            int key = Keyset.keyOf(value);
            throw new CannotDecrypt(
                    keyset.ids().contains(key)
                            ? "The value of " + column.table() + "." + column.column() + " in row " + id
                                    + " was changed in the database or belongs to another row."
                            : "Put key " + Keyset.shown(key) + " back into kontor.encryption.key: "
                                    + column.table() + "." + column.column() + " in row " + id
                                    + " was encrypted with it.",
                    e);
        }
    }

    /** A value cannot be read; the message names key, table and row and holds nothing secret. */
    public static final class CannotDecrypt extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        CannotDecrypt(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
