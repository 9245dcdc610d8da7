package org.kontor.customer;

import java.time.Instant;

/**
 * A flag on a customer (S3-43 to S3-46).
 *
 * @param id Kontor's own number
 * @param type name of its type
 * @param category what stands before the colon in the type; empty when there is none
 * @param note what happened; may be empty
 * @param createdAt when it was put on
 * @param createdBy who did
 */
public record FlagView(long id, String type, String category, String note, Instant createdAt, String createdBy) {

    /** The draft that, saved again, changes nothing. */
    public FlagDraft toDraft() {
        return new FlagDraft(type, note);
    }

    static String categoryOf(String type) {
        int colon = type.indexOf(':');
        return colon < 0 ? "" : type.substring(0, colon).strip();
    }
}
