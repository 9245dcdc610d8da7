package org.kontor.spi;

/**
 * A record in a remote system.
 *
 * @param id its id there, 1 to 200 characters
 * @param version what the remote system wants to see again when the record is changed (a sync token, an ETag); may be empty
 */
public record RemoteRef(String id, String version) {

    /** Refuses an id that cannot be kept. */
    public RemoteRef {
        if (id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException("A remote id has 1 to 200 characters, not " + id.length());
        }
    }
}
