package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells the reader what happened, on this page or on the next one. */
@ApplicationScoped
public class Notices {

    /** Something went well. */
    public void done(String message) {
        add(FacesMessage.SEVERITY_INFO, message);
    }

    /** Something was refused; the message says the cure. */
    public void refused(String message) {
        add(FacesMessage.SEVERITY_ERROR, message);
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

    private static void add(FacesMessage.Severity severity, String message) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, message, null));
    }
}
