package org.kontor.lifecycle;

import java.util.List;

/**
 * A customer who may be the same as the one that was asked about.
 *
 * @param customerId who
 * @param displayName the name shown everywhere
 * @param band how sure it is
 * @param score 0.5 at the threshold, close to 1 far above
 * @param reasons field by field, the strongest first
 */
public record DuplicateView(
        long customerId, String displayName, MatchScore.Band band, double score, List<MatchReason> reasons) {}
