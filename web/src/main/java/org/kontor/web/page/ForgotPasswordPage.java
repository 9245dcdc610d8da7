package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.kontor.access.PasswordResets;
import org.kontor.web.security.ClientAddress;

/** Where a link for a new password is asked for; what it answers is the same for every user name. */
@Named("forgotPasswordPage")
@RequestScoped
public class ForgotPasswordPage {

    @Inject
    PasswordResets resets;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private String login = "";
    private String refusal = "";
    private boolean asked;
    private boolean offered;

    /** Looks once whether links can be sent. */
    @PostConstruct
    void open() {
        offered = resets.offered();
    }

    /** Asks for the link. */
    public void ask() {
        if (login.isBlank()) {
            refusal = texts.of("forgot.empty");
            return;
        }
        refusal = resets.ask(login, texts.getLanguage().equals("de") ? "de" : "en", ClientAddress.of(request));
        asked = refusal.isEmpty();
    }

    /** Whether links are sent here. */
    public boolean isOffered() {
        return offered;
    }

    /** Whether it was asked for just now. */
    public boolean isAsked() {
        return asked;
    }

    /** Why it was not taken on; empty text when it was. */
    public String getRefusal() {
        return texts.say(refusal);
    }

    /** User name, as typed. */
    public String getLogin() {
        return login;
    }

    /** Sets the user name. */
    public void setLogin(@Nullable String value) {
        login = value == null ? "" : value;
    }
}
