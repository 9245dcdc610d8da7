package org.kontor.encryption;

import java.nio.charset.StandardCharsets;

/**
 * A {@code bytea} column whose every value is written by {@link FieldEncryption}, or null.
 *
 * @param table name of the table, in lower case
 * @param column name of the column, in lower case; the table's {@code bigint} key is {@code id}
 */
public record EncryptedColumn(String table, String column) {

    /** Accepts plain names alone: they become part of statements. */
    public EncryptedColumn {
        if (!table.matches("[a-z][a-z0-9_]{0,62}") || !column.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain name: " + table + "." + column);
        }
    }

    /** What a value is bound to: it decrypts in its own row and column, and nowhere else. */
    byte[] boundTo(long id) {
        return (table + "." + column + "#" + id).getBytes(StandardCharsets.UTF_8);
    }
}
