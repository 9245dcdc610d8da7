package org.kontor.web.page;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.SignIn;
import org.kontor.kiosk.KioskDevices;
import org.kontor.kiosk.KioskDraft;
import org.kontor.kiosk.KioskView;
import org.kontor.kiosk.NewKiosk;
import org.kontor.shared.AppException;
import org.kontor.web.security.KioskToken;
import org.kontor.web.security.OwnSession;

/** Turns this device into a kiosk, and ends those that run elsewhere. */
@Named("kioskSetUpPage")
@ViewScoped
public class KioskSetUpPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    KioskDevices devices;

    @Inject
    SignIn signIn;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private String name = "";
    private String passcode = "";
    private String idleSeconds = "60";
    private boolean asksMedical = true;
    private List<KioskView> running = List.of();
    private final FieldErrors errors = new FieldErrors();

    /** Fetches what runs; called once when the page is opened. */
    public void open() {
        shell.require(Permission.START_KIOSK);
        running = devices.running();
    }

    /** Makes this device a kiosk. The reader is signed out by it: nothing that they may do stays on the device. */
    public synchronized void start() {
        errors.clear();
        NewKiosk made;
        try {
            made = devices.start(new KioskDraft(name, passcode, idle(), asksMedical));
        } catch (AppException e) {
            errors.showOrThrow(e, texts);
            return;
        }
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        KioskToken.give(request, (HttpServletResponse) external.getResponse(), made.token());
        signIn.signedOut(CallerContext.current().login(), CallerContext.address());
        OwnSession.end(request);
        try {
            external.redirect(external.getRequestContextPath() + "/kiosk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Integer> idle() {
        try {
            return idleSeconds.isBlank() ? Optional.empty() : Optional.of(Integer.valueOf(idleSeconds.strip()));
        } catch (NumberFormatException e) {
            throw AppException.invalid("idleSeconds", "NOT_A_NUMBER", texts.of("kioskSetUp.number"));
        }
    }

    /** Ends one from afar. */
    public void end(KioskView kiosk) {
        devices.end(kiosk.id());
        running = devices.running();
        notices.done(texts.of("kioskSetUp.ended", kiosk.name()));
    }

    /** When it last asked for anything. */
    public String seen(KioskView kiosk) {
        return kiosk.lastSeenAt().map(texts::moment).orElseGet(() -> texts.of("user.never"));
    }

    /** Those that run. */
    public List<KioskView> getRunning() {
        return running;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Where it stands. */
    public String getName() {
        return name;
    }

    /** Sets: where it stands. */
    public void setName(@Nullable String value) {
        name = value == null ? "" : value;
    }

    /** What staff types to leave it. */
    public String getPasscode() {
        return passcode;
    }

    /** Sets: what staff types to leave it. */
    public void setPasscode(@Nullable String value) {
        passcode = value == null ? "" : value;
    }

    /** After how many seconds it forgets what was typed, as text. */
    public String getIdleSeconds() {
        return idleSeconds;
    }

    /** Sets: after how many seconds it forgets what was typed. */
    public void setIdleSeconds(@Nullable String value) {
        idleSeconds = value == null ? "" : value;
    }

    /** Whether the medical questions are asked. */
    public boolean isAsksMedical() {
        return asksMedical;
    }

    /** Sets: whether the medical questions are asked. */
    public void setAsksMedical(boolean value) {
        asksMedical = value;
    }
}
