package org.kontor.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.Permission;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** A device becomes a kiosk, shows its token, and is left by its passcode. */
@OnPostgres
class KioskDevicesTest {

    private static final Caller STAFF = new Caller(500, "anna", Set.of("start:kiosk"));

    private final TestKontor kontor = new TestKontor();

    @BeforeEach
    void staff() {
        kontor.sql(
                "insert into app_user (id, version, created_at, created_by, updated_at, updated_by, login, display_name,"
                        + " email, password_hash, must_change_password, active, credential_stamp) values (500, 1, now(), 'x', now(),"
                        + " 'x', 'anna', 'Anna', '', '', false, true, 0)");
    }

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S3-03. */
    @Test
    void theTokenStandsForSendingEntriesAndNothingElse() {
        NewKiosk made = start(draft("4711", Optional.of(30), true));
        Caller kiosk = byToken(made.token()).orElseThrow();
        assertEquals(Set.of(Permission.CREATE_KIOSK_ENTRY.wireName()), kiosk.permissions());
        assertEquals("anna", kiosk.login());
        KioskScreen screen = kontor.as(
                        kiosk, () -> kontor.get(KioskDevices.class).screen(made.token()))
                .orElseThrow();
        assertEquals(30, screen.idleSeconds());
        assertFalse(screen.questions().isEmpty());
        assertFalse(made.toString().contains(made.token()));
        assertEquals("0", kontor.sql("select count(*) from kiosk where passcode_hash like '%4711%'"));
        assertEquals(1, running().size());
        assertTrue(running().get(0).lastSeenAt().isPresent());
    }

    @Test
    void aKioskEndsWithItsUserAndByStaffFromAfar() {
        NewKiosk made = start(draft("4711", Optional.empty(), false));
        assertTrue(kontor.as(
                        byToken(made.token()).orElseThrow(),
                        () -> kontor.get(KioskDevices.class).screen(made.token()))
                .orElseThrow()
                .questions()
                .isEmpty());
        kontor.sql("update app_user set active = false where id = 500");
        assertEquals(Optional.empty(), byToken(made.token()));
        kontor.sql("update app_user set active = true where id = 500");
        kontor.as(STAFF, () -> {
            kontor.get(KioskDevices.class).end(made.id());
            return true;
        });
        assertEquals(Optional.empty(), byToken(made.token()));
        assertEquals(List.of(), running());
        assertThrows(
                AppException.class,
                () -> kontor.as(STAFF, () -> {
                    kontor.get(KioskDevices.class).end(made.id());
                    return true;
                }));
        assertEquals(Optional.empty(), byToken("ktk_nobody"));
        assertEquals(Optional.empty(), byToken("ktr_something"));
    }

    @Test
    void thePasscodeLeavesItAndGuessingIsSlow() {
        NewKiosk made = start(draft("4711", Optional.empty(), false));
        for (int i = 0; i < 5; i++) {
            assertEquals(new KioskDevices.Leaving(false, Duration.ZERO), leave(made.token(), "000" + i));
        }
        KioskDevices.Leaving locked = leave(made.token(), "4711");
        assertFalse(locked.left());
        assertTrue(locked.pause().toSeconds() > 20, locked.toString());
        kontor.clock().advance(Duration.ofMinutes(16));
        assertTrue(leave(made.token(), "4711").left());
        assertEquals(Optional.empty(), byToken(made.token()));
        assertEquals("1", kontor.sql("select count(*) from access_event where kind = 'kiosk.left'"));
        assertEquals("5", kontor.sql("select count(*) from access_event where kind = 'kiosk.passcode-refused'"));
    }

    /** S3-01: what is required is required by the server, whatever the device leaves out. */
    @Test
    void aDeviceThatAsksMustSendTheRequiredAnswers() {
        NewKiosk asking = start(draft("4711", Optional.empty(), true));
        NewKiosk silent = start(draft("4711", Optional.empty(), false));
        kontor.sql("update medical_question set required = false");
        submit(asking);
        kontor.sql("update medical_question set required = true where name = 'Diabetes'");
        AppException refused = assertThrows(AppException.class, () -> submit(asking));
        assertEquals(
                List.of("medicalConditions"),
                refused.errors().stream().map(FieldError::field).toList());
        submit(silent);
        assertEquals("2", kontor.sql("select count(*) from customer"));
    }

    private void submit(NewKiosk kiosk) {
        kontor.as(byToken(kiosk.token()).orElseThrow(), () -> {
            kontor.get(KioskEntries.class)
                    .submit(new KioskEntry("Yuki", "Tanaka", "yuki@mail.example", "", Optional.empty()), kiosk.token());
            return true;
        });
    }

    @Test
    void whatIsWrongIsNamed() {
        AppException e =
                assertThrows(AppException.class, () -> start(new KioskDraft(" ", "12a", Optional.of(5), false)));
        assertEquals(
                Set.of("name", "passcode", "idleSeconds"),
                Set.copyOf(e.errors().stream().map(f -> f.field()).toList()));
    }

    private NewKiosk start(KioskDraft draft) {
        return kontor.as(STAFF, () -> kontor.get(KioskDevices.class).start(draft));
    }

    private static KioskDraft draft(String passcode, Optional<Integer> idle, boolean medical) {
        return new KioskDraft("Front door", passcode, idle, medical);
    }

    private Optional<Caller> byToken(String token) {
        return kontor.asSystem(() -> kontor.get(KioskDevices.class).byToken(token));
    }

    private List<KioskView> running() {
        return kontor.as(STAFF, () -> kontor.get(KioskDevices.class).running());
    }

    private KioskDevices.Leaving leave(String token, String passcode) {
        return kontor.as(
                new Caller(500, "anna", Set.of("create:kiosk-entry")),
                () -> kontor.get(KioskDevices.class).leave(token, passcode));
    }
}
