package org.kontor.access;

import java.util.Optional;

/**
 * How somebody likes to work, as stored.
 *
 * @param version counts changes
 * @param theme colours of the pages
 * @param language language of the pages, and form of dates and numbers
 * @param startPage what is seen first after signing in
 */
public record PreferencesView(
        long version, PreferencesDraft.Theme theme, PreferencesDraft.Language language, StartPage startPage) {

    /** Of somebody who chose nothing. */
    public static final PreferencesView NOTHING_CHOSEN = new PreferencesView(
            1, PreferencesDraft.Theme.SYSTEM, PreferencesDraft.Language.BROWSER, StartPage.DASHBOARD);

    /** The draft that, saved again, changes nothing. */
    public PreferencesDraft toDraft() {
        return new PreferencesDraft(Optional.of(theme), Optional.of(language), Optional.of(startPage));
    }
}
