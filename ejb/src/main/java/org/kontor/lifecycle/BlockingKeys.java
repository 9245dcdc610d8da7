package org.kontor.lifecycle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Under which keys a customer is found by those who may be the same: two are compared when they share one. Each key holds against
 * errors in all fields but its own, so that a pair is missed only when every key of it has an error.
 */
public final class BlockingKeys {

    private BlockingKeys() {}

    /** The keys of a customer; each begins with its kind. */
    public static Set<String> of(MatchRecord customer) {
        Set<String> keys = new LinkedHashSet<>();
        customer.externalIds().forEach(id -> keys.add("x" + id));
        customer.emails().forEach(email -> {
            keys.add("e" + email);
            int at = email.indexOf('@');
            if (at > 4) {
                keys.add("l" + email.substring(0, at));
            }
        });
        customer.phones().stream()
                .filter(phone -> phone.length() >= 7)
                .forEach(phone -> keys.add("p" + phone.substring(phone.length() - 7)));
        if (customer.organisation()) {
            organisation(customer, keys);
        } else {
            person(customer, keys);
        }
        String street = letters(customer.street());
        if (street.length() > 3 && !customer.postalCode().isEmpty()) {
            keys.add("s" + start(street, 6) + customer.postalCode());
        }
        return keys;
    }

    /**
     * A key as a number of 64 bits (FNV-1a). That two keys share a number is all but impossible, and would cost one comparison and
     * nothing else.
     */
    static long number(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static void person(MatchRecord customer, Set<String> keys) {
        String first = DuplicateMatcher.bare(customer.firstName());
        String last = DuplicateMatcher.bare(customer.lastName());
        String born = customer.birthdate();
        for (String name : List.of(first, last)) {
            String sound = Likeness.sound(name);
            if (sound.isEmpty()) {
                continue;
            }
            if (born.length() == 8) {
                keys.add("b" + sound + born);
                keys.add("y" + start(name, 3) + born.substring(0, 4));
                keys.add("d" + start(name, 3) + born.substring(4));
            }
            if (!customer.postalCode().isEmpty()) {
                keys.add("z" + start(name, 3) + customer.postalCode());
            }
            if (!customer.city().isEmpty()) {
                keys.add("c" + start(name, 4) + start(DuplicateMatcher.bare(customer.city()), 5));
            }
            if (!customer.street().isEmpty()) {
                keys.add("t" + start(name, 2) + start(letters(customer.street()), 5));
            }
        }
        if (!first.isEmpty() && !last.isEmpty()) {
            // In order of the alphabet, so that names that were swapped meet.
            boolean ordered = first.compareTo(last) <= 0;
            keys.add("n"
                    + (ordered
                            ? Likeness.sound(first) + Likeness.sound(last)
                            : Likeness.sound(last) + Likeness.sound(first)));
        }
        if (born.length() == 8 && !customer.postalCode().isEmpty()) {
            keys.add("w" + born + customer.postalCode());
        }
    }

    private static void organisation(MatchRecord customer, Set<String> keys) {
        List<String> words = Organisations.words(customer.company());
        for (String word : words.subList(0, Math.min(4, words.size()))) {
            if (word.length() > 3 && !customer.postalCode().isEmpty()) {
                keys.add("o" + word + customer.postalCode());
            }
        }
        if (!words.isEmpty()) {
            keys.add("k" + start(String.join("", words), 8));
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]", "");
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
