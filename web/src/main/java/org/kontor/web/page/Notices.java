package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Tells the reader what happened, on this page or on the next one. */
@Named("notices")
@ApplicationScoped
public class Notices {

    @Inject
    Texts texts;

    /** Something went well. */
    public void done(String message) {
        add(FacesMessage.SEVERITY_INFO, message);
    }

    /** Something was refused; the message says the cure, and is shown in the reader's language. */
    public void refused(String message) {
        add(FacesMessage.SEVERITY_ERROR, texts.say(message));
    }

    /** Goes to another page; what was told shows there. */
    public void go(String path) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.getFlash().setKeepMessages(true);
        try {
            external.redirect(external.getRequestContextPath() + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was refused in this request, for the banners at the head of the page. */
    public List<FacesMessage> getRefusals() {
        return FacesContext.getCurrentInstance().getMessageList(null).stream()
                .filter(m -> m.getSeverity().compareTo(FacesMessage.SEVERITY_INFO) > 0)
                .toList();
    }

    private static void add(FacesMessage.Severity severity, String message) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, message, null));
    }
}
