package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Named views of the list: one's own, shared ones, and who may change them. */
@OnPostgres
class SavedViewsTest {

    private static final Caller ANNA = new Caller(500, "anna", Set.of("read:customer"));
    private static final Caller BEN = new Caller(501, "ben", Set.of("read:customer"));
    private static final Caller BOSS = new Caller(502, "boss", Set.of("read:customer", "write:settings"));

    private final TestKontor kontor = new TestKontor();

    @BeforeEach
    void users() {
        for (Caller user : List.of(ANNA, BEN, BOSS)) {
            kontor.sql(
                    "insert into app_user (id, version, created_at, created_by, updated_at, updated_by, login, display_name,"
                            + " email, password_hash, must_change_password, active, credential_stamp) values ("
                            + user.userId()
                            + ", 1, now(), 'x', now(), 'x', '" + user.login() + "', 'X', '', '', false, true, 0)");
        }
    }

    @AfterEach
    void close() {
        kontor.close();
    }

    @Test
    void aViewIsKeptAsItWasAndSeenByOthersWhenItIsShared() {
        SavedView mine = as(ANNA, () -> views().create(draft("Late payers", false)));
        assertEquals(Map.of("flag", "Behavior: Late", "sort", "-created"), mine.parameters());
        assertEquals(List.of("status", "tags"), mine.columns());
        assertEquals("anna", mine.createdBy());
        assertEquals(Optional.empty(), as(BEN, () -> views().find(mine.id())));
        assertEquals(List.of(), as(BEN, () -> views().list()));
        as(ANNA, () -> views().revise(mine.id(), 1, draft("Late", true)));
        SavedView seen = as(BEN, () -> views().list()).get(0);
        assertEquals("Late", seen.name());
        assertEquals(false, seen.own());
        as(BEN, () -> views().create(draft("Zebras", false)));
        assertEquals(
                List.of("Zebras", "Late"),
                as(BEN, () -> views().list()).stream().map(SavedView::name).toList());
    }

    /** S4-37. */
    @Test
    void aViewCanBeOfThoseWhoAreArchived() {
        SavedViewDraft archived = new SavedViewDraft("Archived", false, Map.of("archived", "only"), List.of());
        assertEquals(
                Map.of("archived", "only"),
                as(ANNA, () -> views().create(archived)).parameters());
    }

    @Test
    void thatOfSomebodyElseIsChangedByAnAdministratorAlone() {
        SavedView shared = as(ANNA, () -> views().create(draft("Late", true)));
        assertEquals(
                ErrorKind.FORBIDDEN,
                refused(BEN, () -> views().revise(shared.id(), 1, draft("Mine", true)))
                        .kind());
        assertEquals(
                ErrorKind.FORBIDDEN, refused(BEN, () -> delete(shared.id(), 1)).kind());
        assertEquals(
                "boss",
                as(BOSS, () -> views().revise(shared.id(), 1, draft("Ours", true)))
                        .updatedBy());
        assertEquals(
                ErrorKind.STALE,
                refused(ANNA, () -> views().revise(shared.id(), 1, draft("Old", true)))
                        .kind());
        assertEquals(
                ErrorKind.STALE, refused(ANNA, () -> delete(shared.id(), 1)).kind());
        as(ANNA, () -> delete(shared.id(), 2));
        assertEquals(
                ErrorKind.ABSENT, refused(ANNA, () -> delete(shared.id(), 2)).kind());
    }

    @Test
    void whatIsWrongIsNamed() {
        as(ANNA, () -> views().create(draft("Late", false)));
        assertEquals(
                ErrorKind.CONFLICT,
                refused(ANNA, () -> views().create(draft(" late ", false))).kind());
        as(BEN, () -> views().create(draft("Late", false)));
        AppException wrong = refused(
                ANNA,
                () -> views().create(new SavedViewDraft(
                        " ", false, Map.of("q", "x".repeat(201), "drop", "table"), List.of("a b"))));
        assertEquals(
                Set.of("name", "parameters.q", "parameters.drop", "columns"),
                wrong.errors().stream().map(e -> e.field()).collect(Collectors.toSet()));
    }

    private boolean delete(long id, long version) {
        views().delete(id, version);
        return true;
    }

    private SavedViews views() {
        return kontor.get(SavedViews.class);
    }

    private <T> T as(Caller caller, Callable<T> work) {
        return kontor.as(caller, work);
    }

    private AppException refused(Caller caller, Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.as(caller, work));
    }

    private static SavedViewDraft draft(String name, boolean shared) {
        return new SavedViewDraft(
                name,
                shared,
                Map.of("flag", "Behavior: Late", "sort", "-created", "q", ""),
                List.of("status", "tags", "status"));
    }
}
