package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.kiosk.KioskDevices;
import org.kontor.kiosk.KioskScreen;
import org.kontor.medical.MedicalQuestionView;
import org.kontor.web.security.KioskToken;

/** The screen of a kiosk. It holds no state: what is typed stays in the browser until it is sent. */
@Named("kioskPage")
@RequestScoped
public class KioskPage {

    @Inject
    KioskDevices devices;

    @Inject
    HttpServletRequest request;

    @Inject
    ShellPage shell;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    private KioskScreen screen = new KioskScreen(0, List.of());

    /** Shows the screen on a kiosk; elsewhere leads whoever may start one to where that is done. */
    public void open() {
        Optional<KioskScreen> found = shell.may(Permission.CREATE_KIOSK_ENTRY.wireName())
                ? KioskToken.of(request).flatMap(devices::screen)
                : Optional.empty();
        if (found.isPresent()) {
            screen = found.get();
        } else {
            shell.require(Permission.START_KIOSK);
            notices.go("/kiosk-setup.xhtml");
        }
    }

    /** After how many seconds without a touch what was typed is forgotten. */
    public int getIdleSeconds() {
        return screen.idleSeconds();
    }

    /** Medical questions to ask; empty when none are asked. */
    public List<MedicalQuestionView> getQuestions() {
        return screen.questions();
    }

    /** Nobody was born later, as 2026-11-21. */
    public String getToday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14)).toString();
    }
}
