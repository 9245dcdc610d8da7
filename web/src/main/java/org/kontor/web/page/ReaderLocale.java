package org.kontor.web.page;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kontor.access.PreferencesDraft.Language;
import org.kontor.access.PreferencesView;
import org.kontor.access.SignedIn;

/** Lets a page speak the language that its reader chose; that of the browser for who chose none or is not signed in. */
public class ReaderLocale extends ViewHandlerWrapper {

    /** Wraps what would ask the browser alone. */
    public ReaderLocale(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return switch (language(context)) {
            case BROWSER -> super.calculateLocale(context);
            case ENGLISH -> Locale.ENGLISH;
            case GERMAN -> Locale.GERMAN;
        };
    }

    /** Asked of the request and not of the caller on the thread: error pages run without one. */
    private static Language language(FacesContext context) {
        return language(context.getExternalContext().getRequestMap().get(SignedIn.class.getName()));
    }

    private static Language language(@Nullable Object user) {
        return (user instanceof SignedIn signedIn ? signedIn.preferences() : PreferencesView.NOTHING_CHOSEN).language();
    }

    /** The language of whoever asks for what is no page, such as {@code de}. */
    static String of(HttpServletRequest request) {
        return switch (language(request.getAttribute(SignedIn.class.getName()))) {
            case BROWSER -> request.getLocale().getLanguage();
            case ENGLISH -> "en";
            case GERMAN -> "de";
        };
    }
}
