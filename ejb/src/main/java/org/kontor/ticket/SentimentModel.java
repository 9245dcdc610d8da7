package org.kontor.ticket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the writer of a text feels, from −1 to 1, with the words that say so (S1-13).
 *
 * <p>The rules, all of them: a text is cut into sentences, a sentence into words. Each entry of the {@link Lexicon} found
 * (the longest phrase first) brings its weight. A word before it that strengthens or weakens multiplies it. A negation among
 * the three words before it, in the same part of the sentence, turns it round: a good word into a bad one at 0.8 of its
 * weight, a bad one into a good one at 0.5. In a sentence with a turn (“but”), what stands before counts half and what follows
 * one and a half times. The sum of all is squashed by {@code sum / (|sum| + 4)}. A text without entries is 0.
 *
 * <p>Same text, same reading: nothing is learned, nothing random, no other data is asked.
 */
public final class SentimentModel {

    /** Grows with each change of the rules or of a lexicon; tickets read by an older one are read again. */
    public static final int VERSION = 1;

    private static final double SQUASH = 4;
    private static final double GOOD_TURNED = -0.8;
    private static final double BAD_TURNED = -0.5;
    private static final double BEFORE_TURN = 0.5;
    private static final double AFTER_TURN = 1.5;
    private static final int REACH = 3;
    private static final int TEXT_MAX = 20_000;

    private static final Pattern SENTENCE = Pattern.compile("[.!?;:\\n]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'\\p{L}+)?|,");

    private SentimentModel() {}

    /**
     * One entry found.
     *
     * @param text as it stands in the lexicon or in the text
     * @param weight what it brought to the sum, rounded to hundredths; never 0
     */
    public record Word(String text, double weight) {}

    /**
     * What was read.
     *
     * @param score −1 to 1, rounded to thousandths
     * @param words the entries found, in the order of the text
     */
    public record Reading(double score, List<Word> words) {

        /** Copies the list. */
        public Reading {
            words = List.copyOf(words);
        }
    }

    /** Reads a text; of one over 20,000 characters the beginning. */
    public static Reading read(String text) {
        String plain = (text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
        Lexicon lexicon = Lexicon.of(words(plain));
        List<Word> found = new ArrayList<>();
        for (String sentence : SENTENCE.split(plain, -1)) {
            sentence(words(sentence), lexicon, found);
        }
        double sum = found.stream().mapToDouble(Word::weight).sum();
        return new Reading(rounded(sum / (Math.abs(sum) + SQUASH), 1000), found);
    }

    private static void sentence(List<String> words, Lexicon lexicon, List<Word> found) {
        int turn = lastTurn(words, lexicon);
        for (int i = 0; i < words.size(); ) {
            int length = lexicon.length(words, i);
            String text = String.join(" ", words.subList(i, i + Math.max(1, length)));
            Optional<Double> weight = length == 0 ? Optional.empty() : lexicon.weight(text);
            if (weight.isPresent() && weight.get() != 0) {
                double value = weight.get() * strength(words, i, lexicon);
                if (length == 1 && negated(words, i, lexicon)) {
                    value *= value > 0 ? GOOD_TURNED : BAD_TURNED;
                }
                value *= turn < 0 ? 1 : i < turn ? BEFORE_TURN : AFTER_TURN;
                found.add(new Word(text, rounded(value, 100)));
            }
            i += Math.max(1, length);
        }
    }

    private static double strength(List<String> words, int at, Lexicon lexicon) {
        double pair = at > 1 ? lexicon.factor(words.get(at - 2) + " " + words.get(at - 1)) : 1;
        return pair != 1 || at == 0 ? pair : lexicon.factor(words.get(at - 1));
    }

    private static boolean negated(List<String> words, int at, Lexicon lexicon) {
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            if (words.get(i).equals(",")) {
                return false;
            }
            if (lexicon.negates(words.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static int lastTurn(List<String> words, Lexicon lexicon) {
        for (int i = words.size() - 1; i > 0; i--) {
            if (lexicon.turns(words.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return Collections.unmodifiableList(words);
    }

    private static double rounded(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }
}
