package org.kontor.document;

import java.util.Locale;

/**
 * A version of a letterhead as it is stored.
 *
 * @param rowId its row; 0 while nothing was said and the usual one is meant
 * @param view what is said of it
 * @param logo its picture
 */
record Letterhead(long rowId, LetterheadView view, Logo logo) {

    /** How dates and amounts are written. */
    Locale locale() {
        return Locale.forLanguageTag(view.locale());
    }

    /** The language of the template. */
    String language() {
        return locale().getLanguage().equals("de") ? "de" : "en";
    }

    /** The same in a language, with its country as far as that fits. */
    Letterhead in(String language) {
        return language().equals(language)
                ? this
                : new Letterhead(rowId, view.in(language.equals("de") ? "de-DE" : "en-GB"), logo);
    }
}
