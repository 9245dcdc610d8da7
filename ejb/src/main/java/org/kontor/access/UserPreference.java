package org.kontor.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What somebody chose. A row of its own, so that a choice of theirs does not stand in the way of who changes the user. */
@Entity
@Table(name = "user_preference")
class UserPreference {

    @Id
    @Column(name = "user_id")
    private long userId;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private PreferencesDraft.Theme theme = PreferencesView.NOTHING_CHOSEN.theme();

    @Enumerated(EnumType.STRING)
    private PreferencesDraft.Language language = PreferencesView.NOTHING_CHOSEN.language();

    @Enumerated(EnumType.STRING)
    @Column(name = "start_page")
    private StartPage startPage = PreferencesView.NOTHING_CHOSEN.startPage();

    long version() {
        return version;
    }

    void choose(PreferencesDraft draft) {
        theme = draft.theme().orElse(PreferencesView.NOTHING_CHOSEN.theme());
        language = draft.language().orElse(PreferencesView.NOTHING_CHOSEN.language());
        startPage = draft.startPage().orElse(PreferencesView.NOTHING_CHOSEN.startPage());
    }

    PreferencesView view() {
        return new PreferencesView(version, theme, language, startPage);
    }
}
