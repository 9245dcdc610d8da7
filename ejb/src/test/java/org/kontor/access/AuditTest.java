package org.kontor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** What the audit log holds, how it is read, and that nobody changes it. */
@OnPostgres
class AuditTest {

    private static TestKontor kontor;
    private static Audit audit;

    @BeforeAll
    static void start() {
        kontor = new TestKontor().with(AdminSettings.class, new AdminSettings() {
            @Override
            public Optional<String> apiKey() {
                return Optional.empty();
            }
        });
        audit = kontor.get(Audit.class);
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    @Test
    void aLineTellsWhoWhatWhenAndFromWhere() {
        kontor.asSystem(() -> CallerContext.callFrom("198.51.100.7", () -> {
            kontor.get(AccessLog.class).write("medical.read", "customer 42");
            return true;
        }));
        AuditEntry entry = list("medical.read", "", PageRequest.first()).items().get(0);
        assertEquals("system", entry.actor());
        assertEquals("198.51.100.7", entry.address());
        assertEquals("customer 42", entry.subject());
        assertEquals(kontor.clock().instant(), entry.at());
    }

    @Test
    void changesToUsersRolesAndKeysAreInIt() {
        RoleView role = kontor.asSystem(
                () -> kontor.get(Roles.class).create(new RoleDraft("Audited", "", List.of("read:customer"))));
        kontor.asSystem(() -> kontor.get(Users.class)
                .create(new UserDraft(
                        "audited", "", "", Optional.empty(), List.of(role.name()), Optional.of("Blue-Harbour-42"))));
        assertEquals(
                "Audited", list("role", "", PageRequest.first()).items().get(0).subject());
        assertEquals(
                "audited",
                list("user.created", "", PageRequest.first()).items().get(0).subject());
    }

    @Test
    void aRefusedApiKeyIsInItWithoutTheKey() {
        kontor.asSystem(() -> kontor.get(SignIn.class).byApiKey("ktr_guessed-by-somebody", "203.0.113.80"));
        AuditEntry entry =
                list("api-key.refused", "", PageRequest.first()).items().get(0);
        assertEquals("203.0.113.80", entry.address());
        assertEquals("", entry.subject());
    }

    @Test
    void itIsReadInPiecesByKindActorAndTime() {
        Instant begun = kontor.clock().instant();
        for (int i = 0; i < 5; i++) {
            int number = i;
            kontor.asSystem(() -> {
                kontor.get(AccessLog.class).write("piece.noted", number % 2 == 0 ? "even" : "odd", "", "n" + number);
                return true;
            });
            kontor.clock().advance(Duration.ofMinutes(1));
        }
        List<String> read = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<AuditEntry> page = list("piece", "", new PageRequest(2, cursor));
            page.items().forEach(e -> read.add(e.subject()));
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        assertEquals(List.of("n4", "n3", "n2", "n1", "n0"), read);
        assertEquals(2, list("piece.noted", "odd", PageRequest.first()).items().size());
        AuditQuery twoMinutes = new AuditQuery(
                List.of("piece"), "", Optional.of(begun), Optional.of(begun.plus(Duration.ofMinutes(2))));
        assertEquals(
                2,
                kontor.asSystem(() -> audit.list(twoMinutes, PageRequest.first()))
                        .items()
                        .size());
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        kontor.asSystem(() -> {
            kontor.get(AccessLog.class).write("cursor.a", "1");
            kontor.get(AccessLog.class).write("cursor.a", "2");
            return true;
        });
        Optional<String> cursor =
                list("cursor.a", "", new PageRequest(1, Optional.empty())).nextCursor();
        assertTrue(cursor.isPresent());
        assertThrows(AppException.class, () -> list("cursor.b", "", new PageRequest(1, cursor)));
    }

    @Test
    void theDatabaseRefusesToChangeOrDeleteALine() {
        for (String sql : List.of(
                "update access_event set subject = 'other'", "delete from access_event", "truncate access_event")) {
            assertThrows(IllegalStateException.class, () -> kontor.sql(sql), sql);
        }
    }

    private static Page<AuditEntry> list(String kind, String actor, PageRequest page) {
        return kontor.asSystem(
                () -> audit.list(new AuditQuery(List.of(kind), actor, Optional.empty(), Optional.empty()), page));
    }
}
