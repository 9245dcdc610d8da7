package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The texts of the pages in every language: none is missing, and each takes the same values. */
class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\s*(\\w+)");

    @Test
    void germanHasEveryTextAndNoOther() {
        assertEquals(
                new TreeSet<>(load("").stringPropertyNames()),
                new TreeSet<>(load("_de").stringPropertyNames()));
    }

    @Test
    void aTextTakesTheSameValuesInEveryLanguage() {
        Properties english = load("");
        Properties german = load("_de");
        List<String> wrong = new ArrayList<>();
        for (String key : english.stringPropertyNames()) {
            if (!places(english.getProperty(key)).equals(places(german.getProperty(key, "")))) {
                wrong.add(key);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyTextThatTakesValuesIsWellFormed() {
        Object[] values = {2, 3, 4, 5, 6};
        for (String language : List.of("", "_de")) {
            Properties texts = load(language);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                assertFalse(text.isBlank(), key);
                assertFalse(text.contains("'"), key + ": write an apostrophe as \u2019");
                if (text.contains("{0")) {
                    String shown = new MessageFormat(text, Locale.GERMAN).format(values);
                    assertFalse(shown.contains("{"), key + ": " + shown);
                }
            }
        }
    }

    @Test
    void aServerInGermanAnswersInEnglishWhoeverAsksForEnglish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            ResourceBundle.clearCache();
            assertEquals(
                    "Sign in",
                    ResourceBundle.getBundle("org.kontor.web.page.messages", Locale.ENGLISH)
                            .getString("signin.title"));
            assertEquals(
                    "Anmelden",
                    ResourceBundle.getBundle("org.kontor.web.page.messages", Locale.GERMAN)
                            .getString("signin.title"));
        } finally {
            Locale.setDefault(before);
            ResourceBundle.clearCache();
        }
    }

    private static TreeSet<String> places(String text) {
        TreeSet<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    private static Properties load(String language) {
        String file = "/org/kontor/web/page/messages" + language + ".properties";
        Properties texts = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
