package org.kontor.lifecycle;

import java.util.List;

/**
 * How likely two customers are the same, and why.
 *
 * @param band how sure it is
 * @param weight what speaks for it less what speaks against it, in bits
 * @param reasons field by field, the strongest first; fields that one of the two lacks say nothing and are not here
 */
public record MatchScore(Band band, double weight, List<MatchReason> reasons) {

    /** How sure it is. */
    public enum Band {
        /** Same birthdate and same last name, both present, and the rest does not contradict: hardly ever wrong. */
        CERTAIN,
        /** So much is alike that a person should look. */
        LIKELY,
        /** Nothing worth showing. */
        UNLIKELY
    }

    /** The weight as a number from 0 to 1 for people: 0.5 at the threshold, 0.999 ten bits above it. */
    public double score() {
        return 1 / (1 + Math.pow(2, DuplicateMatcher.THRESHOLD - weight));
    }
}
