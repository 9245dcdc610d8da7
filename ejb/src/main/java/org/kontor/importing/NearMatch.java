package org.kontor.importing;

/**
 * A new customer that shares something with another, for a person to decide whether they are the same (S3-04).
 *
 * @param row row of the file, or of the correction, that brought it
 * @param customerId the new customer
 * @param displayName its name
 * @param otherId the other customer
 * @param otherDisplayName its name
 * @param reason what they share
 */
public record NearMatch(
        long row, long customerId, String displayName, long otherId, String otherDisplayName, Reason reason) {

    /** What two customers share. */
    public enum Reason {
        /** An e-mail address. */
        EMAIL,
        /** A phone number. */
        PHONE
    }
}
