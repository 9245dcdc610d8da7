package org.kontor.access;

import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Nobody overwrites what they have not seen. */
final class Versions {

    private Versions() {}

    /** Refuses when what the caller saw is not what is stored. */
    static void same(long expected, long actual) {
        if (expected != actual) {
            throw new AppException(
                    ErrorKind.STALE,
                    "STALE_VERSION",
                    "Load it again and repeat your change: it was changed meanwhile and is now version " + actual
                            + ".");
        }
    }
}
