package org.kontor.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Words that stand in values rather than in a template: what happened, and how old something is. */
final class Words {

    private final Properties words = new Properties();

    Words(String language) {
        try {
            words.load(new StringReader(Resources.text("words." + language + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The word with this key; the key where there is none. */
    String of(String key) {
        return words.getProperty(key, key);
    }

    /** What a column of an aging is called. */
    String bucket(String key) {
        if (words.containsKey(key)) {
            return of(key);
        }
        String days = key.substring(1);
        return (days.endsWith("Plus") ? days.substring(0, days.length() - 4) + "+" : days.replace('_', '–')) + " "
                + of("days");
    }
}
