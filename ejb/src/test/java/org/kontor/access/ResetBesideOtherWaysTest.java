package org.kontor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** What a new password by a link does to the other ways in: codes and API keys. */
@OnPostgres
class ResetBesideOtherWaysTest {

    private static final String PASSWORD = "Blue-Harbour-42";
    private static final String FRESH = "Green-Harbour-43";
    private static final String ADDRESS = "198.51.100.7";

    private TestKontor kontor;
    private Caller anna;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        UserView user = kontor.asSystem(() -> kontor.get(Users.class)
                .create(new UserDraft(
                        "anna",
                        "",
                        "anna@shop.example",
                        Optional.of(true),
                        List.of("Administrator"),
                        Optional.of(PASSWORD))));
        anna = new Caller(user.id(), "anna", Set.copyOf(user.permissions()));
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void aCodeIsStillAskedForBehindANewPassword() {
        TwoFactor codes = kontor.get(TwoFactor.class);
        kontor.as(anna, codes::begin);
        TwoFactorCodes made = kontor.as(anna, () -> codes.confirm(PASSWORD, code()));
        redeem(letter().token());

        kontor.clock().advance(Duration.ofSeconds(30));
        assertTrue(session(made.signedIn()).isEmpty(), "sessions from before have ended");
        SignIn.Outcome half = password(FRESH);
        assertTrue(half.signedIn().isEmpty(), "the link and the password alone let nobody in");
        SignIn.FirstStep step = half.firstStep().orElseThrow();
        String right = code();
        String wrong = (right.charAt(0) == '9' ? '0' : (char) (right.charAt(0) + 1)) + right.substring(1);
        assertTrue(code(step, wrong).signedIn().isEmpty());
        assertTrue(code(step, right).signedIn().isPresent());
        assertEquals(RecoveryCodes.COUNT, Integer.parseInt(kontor.sql("select count(*) from recovery_code")));
    }

    @Test
    void apiKeysGoOnAndAreNamedToWhomTheyBelong() {
        ApiKeys keys = kontor.get(ApiKeys.class);
        NewApiKey backup = kontor.as(anna, () -> keys.create(key("Backup", Optional.empty())));
        Instant soon = kontor.clock().instant().plus(Duration.ofMinutes(1));
        kontor.as(anna, () -> keys.create(key("Short", Optional.of(soon))));
        NewApiKey gone = kontor.as(anna, () -> keys.create(key("Gone", Optional.empty())));
        kontor.as(anna, () -> {
            keys.revoke(gone.id());
            return true;
        });
        kontor.clock().advance(Duration.ofMinutes(2));

        ResetLinks.Letter letter = letter();
        assertEquals(List.of("Backup (" + backup.prefix() + "…)"), letter.apiKeys());
        redeem(letter.token());

        assertTrue(byKey(backup.key()).isPresent());
        assertFalse(byKey(gone.key()).isPresent());
        assertEquals(
                backup.prefix(),
                kontor.sql("select subject from access_event where kind = 'password.reset-keys' and actor = 'anna'"));
    }

    private static ApiKeyDraft key(String name, Optional<Instant> expires) {
        return new ApiKeyDraft(name, List.of("read:customer"), expires);
    }

    private Optional<Caller> byKey(String key) {
        return kontor.asSystem(() -> kontor.get(AccessRepository.class)
                .apiKeyByHash(ApiKeys.hash(key))
                .flatMap(found -> found.caller(kontor.clock().instant())));
    }

    private ResetLinks.Letter letter() {
        ResetLinks links = kontor.get(ResetLinks.class);
        User user = kontor.asSystem(() -> kontor.get(AccessRepository.class).existingUser(anna.userId()));
        long id = kontor.asSystem(() -> links.ask(Optional.of(user), "en"));
        return kontor.asSystem(() -> links.mint(id)).orElseThrow();
    }

    private void redeem(String token) {
        kontor.asSystem(() -> {
            kontor.get(PasswordResets.class).redeem(token, FRESH, ADDRESS);
            return true;
        });
    }

    private String code() {
        byte[] secret = kontor.asSystem(() -> kontor.get(SecondFactor.class).secret(anna.userId()))
                .orElseThrow();
        return Totp.code(secret, Totp.step(kontor.clock().instant()));
    }

    private SignIn.Outcome password(String password) {
        return kontor.asSystem(() -> kontor.get(SignIn.class).byPassword("anna", password, ADDRESS));
    }

    private SignIn.Outcome code(SignIn.FirstStep step, String code) {
        return kontor.asSystem(() -> kontor.get(SignIn.class).byCode(step, code, ADDRESS));
    }

    private Optional<SignedIn> session(SignedIn signedIn) {
        return kontor.asSystem(
                () -> kontor.get(SignIn.class).bySession(signedIn.caller().userId(), signedIn.stamp()));
    }
}
