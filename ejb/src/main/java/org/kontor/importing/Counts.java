package org.kontor.importing;

/** What became of rows; the four add up to the rows read (S3-28). */
record Counts(long created, long updated, long skipped, long failed) {

    long rows() {
        return created + updated + skipped + failed;
    }
}
