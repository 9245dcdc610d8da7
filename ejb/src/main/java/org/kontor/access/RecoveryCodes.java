package org.kontor.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes for whoever lost the device: 16 letters and digits in groups of four, 80 random bits. */
final class RecoveryCodes {

    static final int COUNT = 10;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    /** 32 of them, five bits each; without those that are taken for another when read from paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** New ones. */
    static List<String> fresh() {
        return Stream.generate(RecoveryCodes::one).limit(COUNT).toList();
    }

    /** What is stored of a code, however its groups are written. */
    static byte[] hash(String typed) {
        return ApiKeys.hash(typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    private static String one() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining())
                .replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
