package org.kontor.lifecycle;

import java.util.List;
import java.util.Optional;

/**
 * Customers who may be one.
 *
 * @param band the surest of its pairs
 * @param score the highest of its pairs
 * @param reasons why, of that pair
 * @param customers the one that was created first coming first (S3-51)
 * @param pairs each two of them that look alike
 */
public record DuplicateGroup(
        MatchScore.Band band, double score, List<MatchReason> reasons, List<Member> customers, List<Pair> pairs) {

    /**
     * A customer of the group, with what it takes to see the difference side by side.
     *
     * @param id Kontor's own number
     * @param displayName the name shown everywhere
     * @param firstName given name
     * @param lastName family name
     * @param companyName name of the organisation
     * @param birthdate date of birth, such as 1971-06-24
     * @param emails addresses
     * @param phones numbers
     * @param address on one line
     */
    public record Member(
            long id,
            String displayName,
            String firstName,
            String lastName,
            String companyName,
            Optional<String> birthdate,
            List<String> emails,
            List<String> phones,
            String address) {}

    /**
     * Two of the group.
     *
     * @param lowId who was created first
     * @param highId the other
     * @param band how sure it is
     * @param score 0.5 at the threshold, close to 1 far above
     * @param reasons field by field, the strongest first
     */
    public record Pair(long lowId, long highId, MatchScore.Band band, double score, List<MatchReason> reasons) {}
}
