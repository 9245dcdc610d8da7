package org.kontor.web.page;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;
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
        Object user = context.getExternalContext().getRequestMap().get(SignedIn.class.getName());
        return (user instanceof SignedIn signedIn ? signedIn.preferences() : PreferencesView.NOTHING_CHOSEN).language();
    }
}
