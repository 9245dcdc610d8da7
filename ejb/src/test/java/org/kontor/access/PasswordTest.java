package org.kontor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.shared.AppException;

class PasswordTest {

    @Test
    void onlyThePasswordItselfMatches() {
        String stored = PasswordHash.of("Blue-Harbour-42");
        assertTrue(PasswordHash.matches("Blue-Harbour-42", stored));
        assertFalse(PasswordHash.matches("blue-harbour-42", stored));
        assertFalse(PasswordHash.matches("", stored));
    }

    @Test
    void theSamePasswordIsStoredDifferentlyEachTime() {
        assertNotEquals(PasswordHash.of("Blue-Harbour-42"), PasswordHash.of("Blue-Harbour-42"));
    }

    @Test
    void nobodyMatchesWhatIsNotStored() {
        assertFalse(PasswordHash.matches("nobody has this password", ""));
    }

    @Test
    void aHashWithOtherParametersStillMatchesAndIsOutdated() {
        // Made with argon2id, 64 KiB, 1 pass, 1 lane: as an older version might have stored it.
        String old = PasswordHash.of("Blue-Harbour-42", 64, 1);
        assertTrue(PasswordHash.matches("Blue-Harbour-42", old));
        assertTrue(PasswordHash.outdated(old));
        assertFalse(PasswordHash.outdated(PasswordHash.of("Blue-Harbour-42")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Short-1aaaa",
                "no-upper-case-1",
                "NO-LOWER-CASE-1",
                "No-digit-in-here",
                "NoSignInHere123",
                "My-admin-Pass-1"
            })
    void aPasswordThatIsEasyToGuessIsRefused(String password) {
        AppException e = assertThrows(
                AppException.class,
                () -> PasswordPolicy.check("password", password, "admin", PasswordPolicy.MIN_LENGTH));
        assertEquals("PASSWORD_TOO_WEAK", e.errors().get(0).code());
        assertFalse(e.errors().get(0).message().contains(password));
    }

    @Test
    void theMadeUpPasswordIsWithinThePolicyAndNeverTheSame() {
        String one = FirstStart.random();
        PasswordPolicy.check("password", one, FirstStart.ADMIN, PasswordPolicy.MIN_LENGTH);
        assertNotEquals(one, FirstStart.random());
    }

    @Test
    void eachLockIsTwiceAsLongUpToAQuarterOfAnHour() {
        assertEquals(Duration.ZERO, SignInGuard.lock(-1));
        assertEquals(Duration.ofSeconds(30), SignInGuard.lock(0));
        assertEquals(Duration.ofSeconds(60), SignInGuard.lock(1));
        assertEquals(Duration.ofMinutes(15), SignInGuard.lock(5));
        assertEquals(Duration.ofMinutes(15), SignInGuard.lock(1_000_000));
    }
}
