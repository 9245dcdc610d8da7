package org.kontor.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kontor.lifecycle.DuplicateMatcher.Level;
import org.kontor.lifecycle.DuplicateMatcher.Weights;

/** Compares the names of companies, whatever their legal form and the order of their words. */
final class Organisations {

    private static final Set<String> SAY_NOTHING = Set.of(
            "inc",
            "incorporated",
            "ltd",
            "limited",
            "llc",
            "llp",
            "plc",
            "corp",
            "corporation",
            "co",
            "company",
            "gmbh",
            "ag",
            "kg",
            "ohg",
            "ug",
            "ev",
            "mbh",
            "sarl",
            "sas",
            "sa",
            "srl",
            "spa",
            "bv",
            "nv",
            "oy",
            "ab",
            "aps",
            "pty",
            "the",
            "and",
            "und",
            "et",
            "of");

    /** A name of a company that says nothing of a person's: as much as family name, given name and birthdate that differ. */
    private static final double OTHER_THAN_PERSON = -13;

    private Organisations() {}

    /** A company and a person: one only if the company is called after the person, or the person stands for it. */
    static Level ofPerson(MatchRecord company, MatchRecord person) {
        if (company.company().isEmpty()
                || (person.lastName().isEmpty() && person.company().isEmpty())) {
            return Level.NOTHING;
        }
        double same = person.company().isEmpty() ? 0 : alike(company.company(), person.company());
        if (same >= 0.9) {
            return new Level(same, 3);
        }
        List<String> words = List.of(company.company().split(" "));
        boolean last = !person.lastName().isEmpty() && words.contains(person.lastName());
        boolean first = !person.firstName().isEmpty() && words.contains(person.firstName());
        return last ? new Level(first ? 0.9 : 0.7, first ? 6 : 2) : new Level(0, OTHER_THAN_PERSON);
    }

    static void compare(MatchRecord a, MatchRecord b, Weights weights) {
        if (a.company().isEmpty() || b.company().isEmpty()) {
            return;
        }
        double alike = alike(a.company(), b.company());
        double bits;
        if (alike >= 0.99) {
            bits = 11;
        } else if (alike >= 0.93) {
            bits = 8;
        } else if (alike >= 0.85) {
            bits = 4;
        } else {
            bits = alike >= 0.7 ? 0 : -9;
        }
        weights.add("companyName", new Level(alike, bits));
    }

    /** The better of the names as they stand and with their words in order; words in common count even if one name is longer. */
    static double alike(String a, String b) {
        List<String> wordsA = words(a);
        List<String> wordsB = words(b);
        if (wordsA.isEmpty() || wordsB.isEmpty()) {
            return Likeness.jaroWinkler(DuplicateMatcher.bare(a), DuplicateMatcher.bare(b));
        }
        double straight = Likeness.jaroWinkler(String.join("", wordsA), String.join("", wordsB));
        double sorted =
                Likeness.jaroWinkler(String.join("", new TreeSet<>(wordsA)), String.join("", new TreeSet<>(wordsB)));
        Set<String> common = new TreeSet<>(wordsA);
        common.retainAll(new TreeSet<>(wordsB));
        double contained = common.size() < 2
                ? 0
                : 0.9
                        * common.size()
                        / Math.min(Set.copyOf(wordsA).size(), Set.copyOf(wordsB).size());
        return Math.max(contained, Math.max(straight, sorted));
    }

    /** Words that tell companies apart. */
    static List<String> words(String name) {
        return Arrays.stream(name.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty() && !SAY_NOTHING.contains(word))
                .collect(Collectors.toList());
    }
}
