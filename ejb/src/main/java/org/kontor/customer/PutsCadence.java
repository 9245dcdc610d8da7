package org.kontor.customer;

import java.util.List;
import java.util.Map;

/** Puts cadences on customers of a list, and takes them off; the feature that keeps cadences does it. */
public interface PutsCadence {

    /**
     * Checks before anything is done.
     *
     * @param name of an active cadence
     * @return the name as it is kept
     * @throws org.kontor.shared.AppException for whoever may not, and for a cadence that there is not
     */
    String check(String name);

    /** Checks whether the caller may take cadences off. */
    void checkRemoval();

    /** Puts a cadence on; answers what those had before who did not have it, by id. */
    Map<Long, String> put(List<Long> customerIds, String name);

    /** Takes the cadence off; answers what they had, by id. */
    Map<Long, String> remove(List<Long> customerIds);
}
