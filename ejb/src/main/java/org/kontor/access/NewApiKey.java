package org.kontor.access;

/**
 * An API key that was just made.
 *
 * @param id Kontor's own number
 * @param prefix the first 12 characters, by which it can be recognised later
 * @param key the key; shown this once and stored nowhere
 */
public record NewApiKey(long id, String prefix, String key) {

    /** Without the key. */
    @Override
    public String toString() {
        return "NewApiKey[" + id + ", " + prefix + "]";
    }
}
