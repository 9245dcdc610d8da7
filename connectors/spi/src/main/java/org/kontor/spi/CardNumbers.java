package org.kontor.spi;

/** Recognises card numbers, so that none passes by mistake. */
final class CardNumbers {

    private CardNumbers() {}

    /** Whether a text consists of 12 to 19 digits, blanks and hyphens aside, whose check digit is right. */
    static boolean looksLikeOne(String text) {
        String digits = text.replaceAll("[ -]", "");
        if (!digits.matches("[0-9]{12,19}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
