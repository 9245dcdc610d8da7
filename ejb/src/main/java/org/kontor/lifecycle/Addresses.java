package org.kontor.lifecycle;

import java.util.HashSet;
import java.util.Set;
import org.kontor.lifecycle.DuplicateMatcher.Level;
import org.kontor.lifecycle.DuplicateMatcher.Weights;

/** Compares where two customers live. */
final class Addresses {

    private static final double NEARLY = 0.99;

    private Addresses() {}

    /** Adds each part; answers what all parts say together. */
    static double compare(MatchRecord a, MatchRecord b, Weights weights) {
        double before = weights.total;
        weights.add("address.street", street(a, b));
        weights.add("address.city", city(a.city(), b.city()));
        weights.add("address.postalCode", postalCode(a.postalCode(), b.postalCode()));
        if (!a.region().isEmpty() && !b.region().isEmpty()) {
            boolean same = a.region().equals(b.region());
            weights.add("address.state", new Level(same ? 1 : 0, same ? 0.5 : -1));
        }
        return weights.total - before;
    }

    /** Both lines, in either order: forms mix up which line is which. */
    private static Level street(MatchRecord a, MatchRecord b) {
        Level straight = lines(a.street(), a.street2(), b.street(), b.street2());
        Level crossed = lines(a.street(), a.street2(), b.street2(), b.street());
        return crossed.weight() > straight.weight() ? crossed : straight;
    }

    private static Level lines(String a1, String a2, String b1, String b2) {
        Level first = line(a1, b1);
        Level second = line(a2, b2);
        if (!first.said() && !second.said()) {
            return Level.NOTHING;
        }
        if (!first.said() || !second.said()) {
            return first.said() ? first : second;
        }
        double strong = Math.max(first.weight(), second.weight());
        double weak = Math.min(first.weight(), second.weight());
        return new Level(Math.min(first.similarity(), second.similarity()), strong + (weak > 0 ? weak / 3 : weak / 4));
    }

    private static Level line(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Level.NOTHING;
        }
        String wordsA = words(a);
        String wordsB = words(b);
        Set<String> numbersA = numbers(a);
        Set<String> numbersB = numbers(b);
        boolean number = numbersA.stream().anyMatch(numbersB::contains);
        boolean otherNumber = !number && !numbersA.isEmpty() && !numbersB.isEmpty();
        double words = Likeness.jaroWinkler(wordsA, wordsB);
        // Only what is the same to the letter is called the same: another house is another address.
        double alike = a.equals(b) ? 1 : Math.min(words, NEARLY);
        boolean mistyped = wordsA.length() > 6 && Likeness.edits(wordsA, wordsB, 2) <= 2;
        if (!wordsA.isEmpty() && !wordsB.isEmpty() && (alike >= 0.93 || mistyped)) {
            return new Level(alike, otherNumber ? 5 : number ? 10 : 8);
        } else if (alike >= 0.85) {
            return new Level(alike, otherNumber ? 1 : number ? 5 : 3);
        }
        return new Level(alike, number ? 1 : -2);
    }

    private static Level city(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Level.NOTHING;
        }
        double alike = Likeness.jaroWinkler(DuplicateMatcher.bare(a), DuplicateMatcher.bare(b));
        return new Level(alike, alike >= 1 ? 4.5 : alike >= 0.9 ? 4 : -2);
    }

    private static Level postalCode(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Level.NOTHING;
        }
        int edits = Likeness.edits(a, b, 2);
        return switch (edits) {
            case 0 -> new Level(1, 5.5);
            case 1 -> new Level(0.8, 3);
            case 2 -> new Level(0.5, 0);
            default -> new Level(0, -2);
        };
    }

    /** The words without numbers and without the short ones that every street has. */
    private static String words(String line) {
        StringBuilder words = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetter(c)) {
                words.append(c);
            }
        }
        return words.toString();
    }

    private static Set<String> numbers(String line) {
        Set<String> numbers = new HashSet<>(4);
        StringBuilder number = new StringBuilder();
        for (int i = 0; i <= line.length(); i++) {
            char c = i < line.length() ? line.charAt(i) : ' ';
            if (c >= '0' && c <= '9') {
                number.append(c);
            } else if (number.length() > 0) {
                numbers.add(number.toString());
                number.setLength(0);
            }
        }
        return numbers;
    }
}
