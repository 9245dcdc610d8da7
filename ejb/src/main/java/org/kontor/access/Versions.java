package org.kontor.access;

import org.kontor.shared.AppException;

/** Nobody overwrites what they have not seen. */
final class Versions {

    private Versions() {}

    /** Refuses when what the caller saw is not what is stored. */
    static void same(long expected, long actual) {
        if (expected != actual) {
            throw AppException.stale(actual);
        }
    }
}
