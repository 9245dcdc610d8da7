package org.kontor.connectors.support;

/**
 * A column of a numbered group.
 *
 * @param name what stands behind the number, such as {@code Label}
 * @param alias another name of the same, such as {@code Type}; may be empty
 * @param description what it holds
 */
public record GroupField(String name, String alias, String description) {

    /** A field with one name. */
    public static GroupField of(String name, String description) {
        return new GroupField(name, "", description);
    }
}
