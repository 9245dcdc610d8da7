package org.kontor.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.kontor.customer.Address;

/** Made-up people and what happens to them when they are typed a second time. The same at each run. */
final class Made {

    private static final String[] START = {
        "ma", "jo", "il", "ru", "to", "pe", "in", "ca", "he", "an", "ni", "os", "ju", "sa", "ve", "li", "cla", "em",
        "ro", "the", "pau", "ku", "ly", "bo", "ag", "vik", "que", "hal", "bra", "mo", "ta", "lun", "kes", "dor", "as",
        "fal"
    };
    private static final String[] MIDDLE = {
        "r", "n", "l", "v", "ss", "ck", "d", "m", "b", "st", "nd", "lv", "gr", "x", "pp"
    };
    private static final String[] END = {
        "a", "as", "e", "en", "ik", "o", "us", "elle", "in", "or", "ette", "ian", "berg", "mann", "ova", "ley", "wood",
        "hart"
    };
    private static final String[] WAY = {"lane", "street", "avenue", "road", "row", "way", "close", "hill"};

    private final Random random = new Random(20_261_122);

    /** Somebody with everything. */
    Person person(int number) {
        return new Person(
                name(),
                name() + pick(END),
                String.format(
                        "%04d%02d%02d", 1930 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                number % 3 == 0 ? "" : name() + number + "@" + name() + ".example",
                number % 4 == 0 ? "" : String.format("49405%06d", random.nextInt(1_000_000)),
                (1 + random.nextInt(180)) + " " + name() + " " + pick(WAY),
                name() + "ton",
                String.format("%05d", random.nextInt(100_000)));
    }

    /** The same person typed again, with so many mistakes. */
    Person again(Person person, int mistakes) {
        List<String> parts = new ArrayList<>(person.parts());
        for (int i = 0; i < mistakes; i++) {
            int field = random.nextInt(parts.size());
            String text = parts.get(field);
            parts.set(field, random.nextInt(4) == 0 && field > 1 ? "" : mistyped(text));
        }
        return Person.of(parts);
    }

    private String mistyped(String text) {
        if (text.length() < 3) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        char next = text.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + next + next + text.substring(at + 1);
            case 2 -> text.substring(0, at) + text.charAt(at + 1) + next + text.substring(at + 2);
            default -> text.substring(0, at) + (Character.isDigit(next) ? '7' : 'e') + text.substring(at + 1);
        };
    }

    private String name() {
        return pick(START) + pick(MIDDLE) + pick(END);
    }

    private String pick(String[] of) {
        return of[random.nextInt(of.length)];
    }

    /** Somebody, as typed. */
    record Person(
            String first,
            String last,
            String born,
            String email,
            String phone,
            String street,
            String city,
            String zip) {

        static Person of(List<String> parts) {
            return new Person(
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    parts.get(3),
                    parts.get(4),
                    parts.get(5),
                    parts.get(6),
                    parts.get(7));
        }

        List<String> parts() {
            return List.of(first, last, born, email, phone, street, city, zip);
        }

        MatchRecord record() {
            return MatchRecord.folded(
                    false,
                    first,
                    "",
                    last,
                    "",
                    born,
                    email.isEmpty() ? List.of() : List.of(email),
                    phone.isEmpty() ? List.of() : List.of(phone),
                    new Address(street, "", city, "", zip, ""),
                    Set.of());
        }
    }
}
