package org.kontor.web.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sentences with which the business refuses something, in another language. They are written in English where they are said; a
 * catalogue ({@code sentences_de.txt}) has each with its translation:
 *
 * <pre>
 * en: Choose a smaller file: at most {0} MB are accepted.
 * de: Wählen Sie eine kleinere Datei: Höchstens {0} MB werden angenommen.
 * </pre>
 *
 * <p>{@code {0}}, {@code {1}} and so on are what is put in when the sentence is said. What is put in is translated, too, where the
 * catalogue knows it ({@code word:} instead of {@code en:} for what is no sentence of its own), except between “quotation marks”,
 * where it is what somebody typed. What the catalogue does not know stays as it is.
 */
final class Sentences {

    private static final List<String> LANGUAGES = List.of("de");
    private static final Map<String, Sentences> LOADED = new ConcurrentHashMap<>();
    private static final Sentences NONE = new Sentences();
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");
    private static final Pattern NEXT_SENTENCE = Pattern.compile("(?<=[.!?]) (?=\\p{Lu})");

    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> exactWords = new HashMap<>();
    private final Map<String, List<Template>> templates = new HashMap<>();
    private final List<Template> words = new ArrayList<>();

    private Sentences() {}

    /** Those in a language, such as {@code de}; of one without a catalogue every sentence stays as it is. */
    static Sentences in(String language) {
        return LANGUAGES.contains(language) ? LOADED.computeIfAbsent(language, Sentences::load) : NONE;
    }

    /** Those of a catalogue. */
    static Sentences of(Stream<String> lines) {
        Sentences sentences = new Sentences();
        String before = "";
        for (String line : (Iterable<String>) lines::iterator) {
            if (line.startsWith("de: ") && !before.isEmpty()) {
                sentences.add(before, line.substring(4));
                before = "";
            } else if ((line.startsWith("en: ") || line.startsWith("word: ")) && before.isEmpty()) {
                before = line;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalStateException("A catalogue of sentences cannot be read at: " + line);
            }
        }
        return sentences;
    }

    /** The sentence, or several one after the other, in this language; as it is where one of them is not known. */
    String of(String english) {
        return known(english).or(() -> oneByOne(english)).orElse(english);
    }

    private static Sentences load(String language) {
        String name = "sentences_" + language + ".txt";
        try (InputStream file = Objects.requireNonNull(Sentences.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return of(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String key, String translation) {
        boolean word = key.startsWith("word: ");
        String english = key.substring(key.indexOf(' ') + 1);
        if (!HOLE.matcher(english).find()) {
            (word ? exactWords : exact).put(english, translation);
        } else if (word) {
            words.add(Template.of(english, translation));
        } else {
            templates.computeIfAbsent(bucket(english), b -> new ArrayList<>()).add(Template.of(english, translation));
        }
    }

    /** Templates are looked up by the word that they begin with; empty text for those that begin with what is put in. */
    private static String bucket(String english) {
        String word = english.substring(0, Math.max(0, english.indexOf(' ')));
        return word.indexOf('{') < 0 ? word : "";
    }

    private Optional<String> known(String english) {
        return Optional.ofNullable(exact.get(english))
                .or(() -> best(templates.getOrDefault(bucket(english), List.of()), english))
                .or(() -> best(templates.getOrDefault("", List.of()), english));
    }

    /** Of those that fit, the one with most constant text: it says most precisely what was said. */
    private Optional<String> best(List<Template> candidates, String english) {
        Optional<Template> best = Optional.empty();
        for (Template candidate : candidates) {
            if (candidate.match(english).isPresent()
                    && best.filter(b -> b.constant() >= candidate.constant()).isEmpty()) {
                best = Optional.of(candidate);
            }
        }
        return best.map(template -> template.fill(template.match(english).orElseThrow(), this::value));
    }

    private Optional<String> oneByOne(String english) {
        String[] parts = NEXT_SENTENCE.split(english, 0);
        return parts.length < 2
                ? Optional.empty()
                : all(parts, " ", part -> known(part).or(() -> word(part)));
    }

    /** What is put into a sentence: a sentence itself, a word, or words with commas between. */
    private String value(String english) {
        return known(english)
                .or(() -> word(english))
                .or(() -> oneByOne(english))
                .or(() -> all(english.split(", ", -1), ", ", this::word))
                .orElse(english);
    }

    private Optional<String> word(String english) {
        return Optional.ofNullable(exactWords.get(english)).or(() -> best(words, english));
    }

    private static Optional<String> all(
            String[] parts, String between, Function<String, Optional<String>> translation) {
        List<String> translated =
                Arrays.stream(parts).map(translation).flatMap(Optional::stream).toList();
        return translated.size() == parts.length ? Optional.of(String.join(between, translated)) : Optional.empty();
    }

    /**
     * A sentence into which something is put.
     *
     * @param parts its constant text, in front of, between and behind what is put in
     * @param translation with {@code {0}} and so on
     */
    private record Template(List<String> parts, String translation) {

        static Template of(String english, String translation) {
            return new Template(List.of(HOLE.split(english, -1)), translation);
        }

        int constant() {
            return parts.stream().mapToInt(String::length).sum();
        }

        /** What was put in, when the text is this sentence; each as short as can be. Takes time in proportion to the text. */
        Optional<List<String>> match(String text) {
            int last = parts.size() - 1;
            int at = parts.get(0).length();
            int end = text.length() - parts.get(last).length();
            if (at > end || !text.startsWith(parts.get(0)) || !text.endsWith(parts.get(last))) {
                return Optional.empty();
            }
            List<String> values = new ArrayList<>(last);
            for (int i = 1; i < last; i++) {
                int next = text.indexOf(parts.get(i), at);
                if (next < 0 || next + parts.get(i).length() > end) {
                    return Optional.empty();
                }
                values.add(text.substring(at, next));
                at = next + parts.get(i).length();
            }
            values.add(text.substring(at, end));
            return Optional.of(values);
        }

        String fill(List<String> values, UnaryOperator<String> translated) {
            Matcher hole = HOLE.matcher(translation);
            StringBuilder filled = new StringBuilder();
            while (hole.find()) {
                int index = Integer.parseInt(hole.group(1));
                boolean typed = parts.get(index).endsWith("\u201c");
                String value = values.get(index);
                hole.appendReplacement(filled, Matcher.quoteReplacement(typed ? value : translated.apply(value)));
            }
            return hole.appendTail(filled).toString();
        }
    }
}
