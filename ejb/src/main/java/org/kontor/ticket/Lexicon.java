package org.kontor.ticket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The words of one language that say how somebody feels; the resource file explains its own form. */
final class Lexicon {

    private static final int PHRASE_MAX = 4;
    private static final List<Lexicon> ALL = List.of(new Lexicon("sentiment-en.txt"), new Lexicon("sentiment-de.txt"));

    private final Map<String, Double> weights = new HashMap<>();
    private final Map<String, Double> factors = new HashMap<>();
    private final Set<String> negators = new HashSet<>();
    private final Set<String> turns = new HashSet<>();
    private final Set<String> marks = new HashSet<>();

    private Lexicon(String resource) {
        try (InputStream stream = Lexicon.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, resource), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String kind = line.substring(0, colon);
        List<String> words = Arrays.stream(line.substring(colon + 1).strip().split(" +", -1))
                .map(word -> word.replace('_', ' '))
                .toList();
        switch (kind) {
            case "not" -> negators.addAll(words);
            case "but" -> turns.addAll(words);
            case "is" -> marks.addAll(words);
            default -> {
                boolean factor = kind.startsWith("x");
                double value = Double.parseDouble(factor ? kind.substring(1) : kind);
                words.forEach(word -> (factor ? factors : weights).put(word, value));
            }
        }
    }

    /** The language with more of its everyday words in the text; English when there is no telling. */
    static Lexicon of(List<String> words) {
        Lexicon best = ALL.get(0);
        for (Lexicon each : ALL) {
            if (each.everyday(words) > best.everyday(words)) {
                best = each;
            }
        }
        return best;
    }

    private long everyday(List<String> words) {
        return words.stream().filter(marks::contains).count();
    }

    /** How many words from {@code at} on make up an entry: the longest phrase wins; 0 when there is none. */
    int length(List<String> words, int at) {
        for (int length = Math.min(PHRASE_MAX, words.size() - at); length > 0; length--) {
            String text = String.join(" ", words.subList(at, at + length));
            if (length > 1
                    ? weights.containsKey(text) || factors.containsKey(text)
                    : weight(text).isPresent()) {
                return length;
            }
        }
        return 0;
    }

    /** What the word or phrase weighs, {@code -4} to {@code 4}; empty when it says nothing. */
    Optional<Double> weight(String text) {
        Double weight = weights.get(text);
        if (weight != null) {
            return Optional.of(weight);
        }
        return Inflection.bases(text).stream()
                .map(weights::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** How much the word strengthens or weakens the next one; 1 when it does neither. */
    double factor(String text) {
        return factors.getOrDefault(text, 1.0);
    }

    boolean negates(String word) {
        return negators.contains(word);
    }

    boolean turns(String word) {
        return turns.contains(word);
    }
}
