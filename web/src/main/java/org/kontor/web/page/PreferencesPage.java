package org.kontor.web.page;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Preferences;
import org.kontor.access.PreferencesDraft;
import org.kontor.access.PreferencesDraft.Language;
import org.kontor.access.PreferencesDraft.Theme;
import org.kontor.access.PreferencesView;
import org.kontor.access.StartPage;
import org.kontor.access.TwoFactor;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** How the reader likes to work: colours, language, first page. */
@Named("preferencesPage")
@ViewScoped
public class PreferencesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String SAVED = "preferences.saved";
    private static final int A_YEAR = 31_536_000;

    @Inject
    Preferences preferences;

    @Inject
    TwoFactor twoFactor;

    @Inject
    HomePage home;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private long version;
    private Theme theme = PreferencesView.NOTHING_CHOSEN.theme();
    private Language language = PreferencesView.NOTHING_CHOSEN.language();
    private StartPage startPage = PreferencesView.NOTHING_CHOSEN.startPage();
    private String twoFactorSince = "";
    private List<StartPage> startPages = List.of();

    /** Fetches what was chosen; called once when the page is opened. */
    public void open() {
        startPages = home.offered();
        fill(preferences.mine());
        twoFactorSince = twoFactor.mine().since().map(texts::day).orElse("");
        if (FacesContext.getCurrentInstance().getExternalContext().getFlash().containsKey(SAVED)) {
            notices.done(texts.of("preferences.saved"));
        }
    }

    /** Saves what was chosen; the page comes again as it is to be from now on. */
    public void save() {
        PreferencesDraft draft =
                new PreferencesDraft(Optional.of(theme), Optional.of(language), Optional.of(startPage));
        try {
            fill(preferences.revise(version, draft));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.STALE) {
                throw e;
            }
            notices.refused(texts.of("settings.stale"));
            fill(preferences.mine());
            return;
        }
        // The sign-in page knows nobody yet: it takes the colours that this device saw last.
        ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
        context.addResponseCookie(
                "k-theme",
                theme.name().toLowerCase(Locale.ROOT),
                Map.of("path", "/", "maxAge", A_YEAR, "SameSite", "Lax"));
        // In the language that was just chosen, so not before the next request.
        context.getFlash().put(SAVED, true);
        notices.go("/preferences.xhtml");
    }

    private void fill(PreferencesView view) {
        version = view.version();
        theme = view.theme();
        language = view.language();
        startPage =
                startPages.contains(view.startPage()) || startPages.isEmpty() ? view.startPage() : startPages.get(0);
    }

    /** Day since when the reader signs in with codes; empty text for who does not. */
    public String getTwoFactorSince() {
        return twoFactorSince;
    }

    /** Colours to choose from. */
    public List<Theme> getThemes() {
        return Arrays.asList(Theme.values());
    }

    /** Languages to choose from. */
    public List<Language> getLanguages() {
        return Arrays.asList(Language.values());
    }

    /** First pages to choose from: those that the reader may open. */
    public List<StartPage> getStartPages() {
        return startPages;
    }

    /** Colours of the pages. */
    public Theme getTheme() {
        return theme;
    }

    /** Sets the colours of the pages. */
    public void setTheme(Theme value) {
        theme = value;
    }

    /** Language of the pages. */
    public Language getLanguage() {
        return language;
    }

    /** Sets the language of the pages. */
    public void setLanguage(Language value) {
        language = value;
    }

    /** What is seen first after signing in. */
    public StartPage getStartPage() {
        return startPage;
    }

    /** Sets what is seen first after signing in. */
    public void setStartPage(StartPage value) {
        startPage = value;
    }
}
