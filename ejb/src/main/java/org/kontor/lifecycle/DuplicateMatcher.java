package org.kontor.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Tells whether two customers are the same, after Fellegi and Sunter: each field that both have adds what its agreement says in bits
 * (how much more often it is found with the same person than with two), and all bits together are compared with one threshold. The
 * bits are fixed and set by hand for people and companies as they stand in lists of customers; they are the same for every list.
 * Pure: no database, no clock.
 */
public final class DuplicateMatcher {

    /** From here on a pair is shown. */
    public static final double THRESHOLD = 15;

    /** Where somebody lives is told by several fields that go together; together they say no more than this. */
    private static final double MOST_OF_ADDRESS = 14;

    private static final double LEAST_OF_ADDRESS = -4;
    /** Same family name, same address, other given name and no common birthdate: two of one household. */
    private static final double HOUSEHOLD = -14;

    private DuplicateMatcher() {}

    /** Compares two customers. The order does not matter. */
    public static MatchScore compare(MatchRecord a, MatchRecord b) {
        Weights weights = new Weights();
        if (a.organisation() && b.organisation()) {
            Organisations.compare(a, b, weights);
        } else {
            names(a, b, weights);
            weights.add("birthdate", birthdate(a.birthdate(), b.birthdate()));
            if (a.organisation() == b.organisation()) {
                company(a, b, weights);
            } else if (weights.of("lastName") <= 0) {
                weights.add(
                        "companyName", a.organisation() ? Organisations.ofPerson(a, b) : Organisations.ofPerson(b, a));
            }
        }
        weights.add("email", best(a.emails(), b.emails(), DuplicateMatcher::email));
        weights.add("phone", best(a.phones(), b.phones(), DuplicateMatcher::phone));
        double address = Addresses.compare(a, b, weights);
        weights.total += Math.min(MOST_OF_ADDRESS, Math.max(LEAST_OF_ADDRESS, address)) - address;
        externalIds(a.externalIds(), b.externalIds(), weights);
        if (!a.organisation() && !b.organisation() && household(weights)) {
            weights.add("household", new Level(1, HOUSEHOLD));
        }
        weights.reasons.sort(Comparator.comparingDouble((MatchReason reason) -> -Math.abs(reason.weight())));
        MatchScore.Band band = MatchScore.Band.UNLIKELY;
        boolean rule = sameBirthdateAndLastName(a, b);
        if (weights.total >= THRESHOLD) {
            band = rule ? MatchScore.Band.CERTAIN : MatchScore.Band.LIKELY;
        } else if (rule) {
            // All the rest contradicts: shown all the same, but not as certain.
            band = MatchScore.Band.LIKELY;
        }
        return new MatchScore(band, weights.total, List.copyOf(weights.reasons));
    }

    /** Same birthdate and same last name, both present (S3-48, S3-49, S3-50). */
    public static boolean sameBirthdateAndLastName(MatchRecord a, MatchRecord b) {
        return !a.birthdate().isEmpty()
                && !a.lastName().isEmpty()
                && a.birthdate().equals(b.birthdate())
                && a.lastName().equals(b.lastName());
    }

    private static void names(MatchRecord a, MatchRecord b, Weights weights) {
        Level last = lastName(a.lastName(), b.lastName());
        Level first = firstName(a.firstName(), b.firstName());
        double swapped = Math.min(
                Likeness.jaroWinkler(bare(a.firstName()), bare(b.lastName())),
                Likeness.jaroWinkler(bare(a.lastName()), bare(b.firstName())));
        if (swapped >= 0.9 && last.weight + first.weight < 12) {
            last = new Level(swapped, 8);
            first = new Level(swapped, 5);
        }
        weights.add("lastName", last);
        weights.add("firstName", first);
        if (!a.middleName().isEmpty() && !b.middleName().isEmpty()) {
            double alike = Likeness.jaroWinkler(bare(a.middleName()), bare(b.middleName()));
            boolean initial = a.middleName().charAt(0) == b.middleName().charAt(0)
                    && (a.middleName().length() <= 2 || b.middleName().length() <= 2);
            weights.add("middleName", alike >= 0.85 ? new Level(alike, 3) : new Level(alike, initial ? 1 : -2));
        }
    }

    private static Level lastName(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Level.NOTHING;
        }
        double alike = Likeness.jaroWinkler(bare(a), bare(b));
        if (alike >= 1) {
            return new Level(1, 9);
        } else if (alike >= 0.92) {
            return new Level(alike, 7.5);
        } else if (alike >= 0.84) {
            return new Level(alike, 5);
        } else if (alike >= 0.75 || Likeness.sound(a).equals(Likeness.sound(b))) {
            return new Level(alike, 1.5);
        }
        return new Level(alike, -4);
    }

    private static Level firstName(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Level.NOTHING;
        }
        String bareA = bare(a);
        String bareB = bare(b);
        double alike = Likeness.jaroWinkler(bareA, bareB);
        if (alike >= 1) {
            return new Level(1, 5);
        } else if (alike >= 0.92) {
            return new Level(alike, 4.5);
        } else if (alike >= 0.84) {
            return new Level(alike, 3);
        } else if (!bareA.isEmpty() && !bareB.isEmpty() && (bareA.startsWith(bareB) || bareB.startsWith(bareA))) {
            return new Level(alike, 2);
        } else if (alike >= 0.75 || Likeness.sound(a).equals(Likeness.sound(b))) {
            return new Level(alike, 0.5);
        }
        return new Level(alike, -4);
    }

    private static Level birthdate(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Level.NOTHING;
        }
        int edits = Likeness.edits(a, b, 3);
        if (edits == 0) {
            return new Level(1, 12);
        }
        boolean dayAndMonth = a.length() == 8
                && b.length() == 8
                && a.startsWith(b.substring(0, 4))
                && a.substring(4).equals(b.substring(6) + b.substring(4, 6));
        if (edits == 1 || dayAndMonth) {
            return new Level(0.9, 7);
        } else if (edits == 2) {
            return new Level(0.75, 2.5);
        } else if (a.length() == 8 && b.length() == 8 && a.substring(4).equals(b.substring(4))) {
            return new Level(0.6, 1);
        }
        return new Level(0, -5);
    }

    private static void company(MatchRecord a, MatchRecord b, Weights weights) {
        if (a.company().isEmpty() || b.company().isEmpty()) {
            return;
        }
        double alike = Organisations.alike(a.company(), b.company());
        weights.add("companyName", new Level(alike, alike >= 0.9 ? 3 : -0.5));
    }

    private static Level email(String a, String b) {
        if (a.equals(b)) {
            return new Level(1, 12);
        }
        String localA = a.substring(0, Math.max(0, a.indexOf('@')));
        String localB = b.substring(0, Math.max(0, b.indexOf('@')));
        if (Likeness.edits(a, b, 2) <= 2 && a.length() > 8) {
            return new Level(0.9, 8);
        } else if (localA.length() > 4 && localA.equals(localB)) {
            return new Level(0.8, 7);
        }
        double alike = Likeness.jaroWinkler(localA, localB);
        return alike >= 0.92 ? new Level(alike, 4) : new Level(alike, -2);
    }

    private static Level phone(String a, String b) {
        if (a.equals(b)) {
            return new Level(1, 9);
        }
        int tail = 7;
        if (a.length() >= tail
                && b.length() >= tail
                && a.substring(a.length() - tail).equals(b.substring(b.length() - tail))) {
            return new Level(0.95, 7);
        }
        return a.length() > tail && Likeness.edits(a, b, 1) == 1 ? new Level(0.9, 4) : new Level(0, -1);
    }

    private static void externalIds(Set<String> a, Set<String> b, Weights weights) {
        if (a.stream().anyMatch(b::contains)) {
            weights.add("externalIds", new Level(1, 20));
        }
    }

    private static boolean household(Weights weights) {
        boolean otherFirst = weights.of("firstName") <= -4;
        boolean otherBirth = weights.of("birthdate") <= 1;
        return otherFirst && otherBirth && weights.of("email") < 12;
    }

    private static Level best(List<String> a, List<String> b, Comparison comparison) {
        Level best = Level.NOTHING;
        for (String one : a) {
            for (String other : b) {
                Level level = comparison.of(one, other);
                if (!best.said() || level.weight > best.weight) {
                    best = level;
                }
            }
        }
        return best;
    }

    /** Without blanks and punctuation: "Mc Mellon" is "mcmellon". */
    static String bare(String text) {
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            clean = Character.isLetterOrDigit(text.charAt(i));
        }
        return clean ? text : text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private interface Comparison {
        Level of(String a, String b);
    }

    /**
     * What one comparison says.
     *
     * @param similarity 0 to 1
     * @param weight in bits
     */
    record Level(double similarity, double weight) {
        /** One of the two lacks the field. */
        static final Level NOTHING = new Level(-1, 0);

        boolean said() {
            return similarity >= 0;
        }
    }

    /** Adds up. */
    static final class Weights {

        final List<MatchReason> reasons = new ArrayList<>();
        double total;

        void add(String field, Level level) {
            if (level.said()) {
                reasons.add(new MatchReason(field, level.similarity, level.weight));
                total += level.weight;
            }
        }

        double of(String field) {
            for (MatchReason reason : reasons) {
                if (reason.field().equals(field)) {
                    return reason.weight();
                }
            }
            return 0;
        }
    }
}
