package org.kontor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kontor.access.PreferencesDraft.Language;
import org.kontor.access.PreferencesDraft.Theme;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class PreferencesTest {

    private static TestKontor kontor;
    private static Preferences preferences;

    @BeforeAll
    static void start() {
        kontor = new TestKontor();
        preferences = kontor.get(Preferences.class);
        kontor.sql(
                "insert into app_user (id, version, created_at, created_by, updated_at, updated_by, login, display_name,"
                        + " email, password_hash, must_change_password, active, credential_stamp) select id, 1, now(), 'test', now(),"
                        + " 'test', 'user' || id, 'User', '', '', false, true, 0 from generate_series(2001, 2003) id returning 1");
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    @Test
    void whoChoseNothingHasWhatTheBrowserSays() {
        assertEquals(PreferencesView.NOTHING_CHOSEN, kontor.as(user(2001), preferences::mine));
    }

    @Test
    void aChoiceHoldsForItsUserAloneAndNobodyOverwritesWhatTheyHaveNotSeen() {
        PreferencesView first = kontor.as(user(2002), preferences::mine);
        PreferencesView chosen = kontor.as(
                user(2002),
                () -> preferences.revise(
                        first.version(),
                        new PreferencesDraft(
                                Optional.of(Theme.DARK), Optional.of(Language.GERMAN), Optional.of(StartPage.AGING))));
        assertEquals(chosen, kontor.as(user(2002), preferences::mine));
        assertEquals(Theme.DARK, chosen.theme());
        assertEquals(Language.GERMAN, chosen.language());
        assertEquals(StartPage.AGING, chosen.startPage());
        assertEquals(PreferencesView.NOTHING_CHOSEN, kontor.as(user(2003), preferences::mine));
        AppException stale = assertThrows(
                AppException.class,
                () -> kontor.as(user(2002), () -> preferences.revise(first.version(), first.toDraft())));
        assertEquals(ErrorKind.STALE, stale.kind());
        PreferencesView back = kontor.as(
                user(2002),
                () -> preferences.revise(
                        chosen.version(), new PreferencesDraft(Optional.empty(), Optional.empty(), Optional.empty())));
        assertEquals(Theme.SYSTEM, back.theme());
        assertEquals(StartPage.DASHBOARD, back.startPage());
    }

    @Test
    void aKioskHasNone() {
        Caller kiosk = new Caller(2001, "user2001", Set.of("create:kiosk-entry"));
        assertEquals(
                "NOT_A_PERSON",
                assertThrows(AppException.class, () -> kontor.as(kiosk, preferences::mine))
                        .code());
    }

    private static Caller user(long id) {
        return new Caller(id, "user" + id, Set.of("read:customer"));
    }
}
