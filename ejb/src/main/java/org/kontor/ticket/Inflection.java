package org.kontor.ticket;

import java.util.ArrayList;
import java.util.List;

/** What an inflected word may come from, the likeliest first. It is only asked for words that have no entry of their own. */
final class Inflection {

    private static final int BASE_MIN = 3;

    private Inflection() {}

    /** Possible base forms of a word; empty for a phrase or a short word. */
    static List<String> bases(String word) {
        List<String> bases = new ArrayList<>();
        if (word.indexOf(' ') >= 0) {
            return bases;
        }
        cut(word, "ies", "y", bases);
        cut(word, "ied", "y", bases);
        cut(word, "ily", "y", bases);
        cut(word, "es", "", bases);
        cut(word, "s", "", bases);
        cut(word, "ly", "", bases);
        for (String ending : List.of("ed", "ing", "er", "est")) {
            cut(word, ending, "", bases);
            cut(word, ending, "e", bases);
            undouble(word, ending, bases);
        }
        return bases;
    }

    private static void cut(String word, String ending, String instead, List<String> bases) {
        if (word.endsWith(ending) && word.length() - ending.length() >= BASE_MIN) {
            bases.add(word.substring(0, word.length() - ending.length()) + instead);
        }
    }

    private static void undouble(String word, String ending, List<String> bases) {
        int end = word.length() - ending.length();
        if (word.endsWith(ending) && end > BASE_MIN && word.charAt(end - 1) == word.charAt(end - 2)) {
            bases.add(word.substring(0, end - 1));
        }
    }
}
