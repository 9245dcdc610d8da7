package org.kontor.access;

import java.util.Optional;

/**
 * How somebody likes to work.
 *
 * @param theme colours of the pages; empty means those of the browser
 * @param language language of the pages, and form of dates and numbers; empty means that of the browser
 * @param startPage what is seen first after signing in; empty means the customer list
 */
public record PreferencesDraft(Optional<Theme> theme, Optional<Language> language, Optional<StartPage> startPage) {

    /** Colours of the pages. */
    public enum Theme {
        /** As the browser asks for. */
        SYSTEM,
        LIGHT,
        DARK
    }

    /** Language of the pages. */
    public enum Language {
        /** The first of the browser's languages that Kontor speaks, else English. */
        BROWSER,
        ENGLISH,
        GERMAN
    }
}
