package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kontor.access.SignedIn;
import org.kontor.access.TwoFactor;
import org.kontor.access.TwoFactorCodes;
import org.kontor.access.TwoFactorSecret;
import org.kontor.access.TwoFactorView;
import org.kontor.shared.AppException;
import org.kontor.web.security.OwnSession;

/** Where a user sets up signing in with codes, of their own accord or because they must, and turns it off. */
@Named("twoFactorPage")
@ViewScoped
public class TwoFactorPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    TwoFactor twoFactor;

    @Inject
    HttpServletRequest request;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final FieldErrors errors = new FieldErrors();
    private String since = "";
    private boolean required;
    private int codesLeft;
    private String secret = "";
    private QrPicture picture = new QrPicture(0, "");
    private List<String> codes = List.of();
    private String password = "";
    private String code = "";

    /** Fetches how the reader signs in, and a secret for who has none; called once when the page is opened. */
    public void open() {
        TwoFactorView view = twoFactor.mine();
        since = view.since().map(texts::day).orElse("");
        required = view.required();
        codesLeft = view.recoveryCodesLeft();
        secret = "";
        if (view.since().isEmpty()) {
            TwoFactorSecret made = twoFactor.begin();
            secret = made.text().replaceAll("(.{4})(?!$)", "$1 ");
            picture = QrPicture.of(made.address());
        }
    }

    /** Asks for codes from now on. */
    public void confirm() {
        show(() -> twoFactor.confirm(password, code));
    }

    /** Makes new recovery codes. */
    public void renewCodes() {
        show(() -> twoFactor.renewCodes(password));
    }

    /** Asks for codes no more. */
    public void turnOff() {
        attempt(() -> {
            SignedIn signedIn = twoFactor.turnOff(password);
            OwnSession.renew(request, signedIn);
            notices.done(texts.of("twoFactor.turnedOff"));
            notices.go("/preferences.xhtml");
        });
    }

    private void show(Supplier<TwoFactorCodes> change) {
        attempt(() -> {
            TwoFactorCodes made = change.get();
            OwnSession.renew(request, made.signedIn());
            codes = made.codes();
            secret = "";
        });
    }

    private void attempt(Runnable change) {
        errors.clear();
        try {
            change.run();
        } catch (AppException e) {
            if (e.errors().isEmpty()) {
                notices.refused(String.valueOf(e.getMessage()));
                open();
            } else {
                errors.show(e.errors(), texts);
            }
        } finally {
            password = "";
            code = "";
        }
    }

    /** What the page is about: setting up because somebody wants to or must, or how things stand. */
    public String getLead() {
        if (secret.isEmpty()) {
            return texts.of("twoFactor.on", since) + " " + texts.of("twoFactor.left", codesLeft);
        }
        return texts.of(required ? "twoFactor.first" : "twoFactor.lead");
    }

    /** Whether the company asks the reader for codes. */
    public boolean isRequired() {
        return required;
    }

    /** Whether nothing else is allowed before codes are set up. */
    public boolean isDue() {
        return required && !secret.isEmpty();
    }

    /** The secret in groups, to be typed into an app; empty text when there is nothing to set up. */
    public String getSecret() {
        return secret;
    }

    /** Length of the sides of the QR code. */
    public int getPictureSize() {
        return picture.size();
    }

    /** The QR code as path of an SVG. */
    public String getPicturePath() {
        return picture.path();
    }

    /** Recovery codes, right after they were made. */
    public List<String> getCodes() {
        return codes;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** The password; never shown again. */
    public String getPassword() {
        return "";
    }

    /** Sets the password. */
    public void setPassword(@Nullable String value) {
        password = value == null ? "" : value;
    }

    /** The code; never shown again. */
    public String getCode() {
        return "";
    }

    /** Sets the code. */
    public void setCode(@Nullable String value) {
        code = value == null ? "" : value;
    }
}
