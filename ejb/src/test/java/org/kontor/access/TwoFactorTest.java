package org.kontor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kontor.settings.CompanySettings;
import org.kontor.settings.SettingsDraft;
import org.kontor.settings.SettingsView;
import org.kontor.shared.AppException;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Signing in with codes: the vectors of RFC 6238, every refusal, and what an administrator and the company may do. */
@OnPostgres
class TwoFactorTest {

    private static final String PASSWORD = "Blue-Harbour-42";
    private static TestKontor kontor;
    private static Users users;
    private static SignIn signIn;
    private static TwoFactor twoFactor;
    private static SecondFactor factor;

    @BeforeAll
    static void start() {
        kontor = new TestKontor();
        users = kontor.get(Users.class);
        signIn = kontor.get(SignIn.class);
        twoFactor = kontor.get(TwoFactor.class);
        factor = kontor.get(SecondFactor.class);
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    @AfterEach
    void askNobody() {
        ask("NOBODY");
    }

    @Test
    void codesAreThoseOfTheStandard() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        Map<Long, String> vectors = Map.of(
                59L, "287082",
                1_111_111_109L, "081804",
                1_111_111_111L, "050471",
                1_234_567_890L, "005924",
                2_000_000_000L, "279037",
                20_000_000_000L, "353130");
        vectors.forEach((at, code) -> assertEquals(code, Totp.code(secret, Totp.step(Instant.ofEpochSecond(at)))));
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.base32(secret));
        assertEquals("MZXW6YQ", Totp.base32("foob".getBytes(StandardCharsets.US_ASCII)));
        Instant now = Instant.ofEpochSecond(1_111_111_109L);
        assertEquals(OptionalLong.of(37_037_036), Totp.matching(secret, "081804", now));
        assertEquals(OptionalLong.of(37_037_036), Totp.matching(secret, "081804", now.plusSeconds(30)));
        assertEquals(OptionalLong.empty(), Totp.matching(secret, "081804", now.plusSeconds(61)));
        assertEquals(OptionalLong.empty(), Totp.matching(secret, "", now));
    }

    @Test
    void aCodeIsAskedForAfterTheRightPasswordAloneAndIsGoodOnce() {
        Caller anna = user("anna");
        SignedIn before = signedIn("anna");
        TwoFactorCodes made = setUp(anna);
        assertTrue(session(before).isEmpty(), "sessions from before, without a code, have ended");
        assertTrue(session(made.signedIn()).isPresent());
        assertEquals(RecoveryCodes.COUNT, Set.copyOf(made.codes()).size());

        kontor.clock().advance(Duration.ofSeconds(30));
        SignIn.Outcome half = password("anna", PASSWORD);
        assertTrue(half.signedIn().isEmpty(), "nobody is signed in by the password");
        assertEquals("", half.refusal());
        assertTrue(password("anna", "wrong").firstStep().isEmpty());
        SignIn.FirstStep step = half.firstStep().orElseThrow();
        String now = code(anna);
        assertTrue(code(step, wrong(now)).signedIn().isEmpty());
        assertTrue(code(step, "").signedIn().isEmpty());
        assertTrue(code(step, "x".repeat(10_000)).signedIn().isEmpty());
        assertTrue(code(step, now.substring(0, 3) + " " + now.substring(3))
                .signedIn()
                .isPresent());
        assertTrue(code(step, now).signedIn().isEmpty(), "the same code again");
        String last = Totp.code(secret(anna), Totp.step(kontor.clock().instant()) - 1);
        assertTrue(code(step, last).signedIn().isEmpty(), "an earlier one");
        kontor.clock().advance(Duration.ofSeconds(30));
        assertTrue(code(step, code(anna)).signedIn().isPresent());
        assertEquals("3", events("sign-in.accepted", "anna", "anna"), "one without a code, two with one");
    }

    @Test
    void aRecoveryCodeIsGoodOnceHoweverItIsWritten() {
        Caller bert = user("bert");
        List<String> codes = setUp(bert).codes();
        SignIn.FirstStep step = firstStep("bert");
        assertTrue(code(step, codes.get(0).toUpperCase(java.util.Locale.ROOT).replace('-', ' '))
                .signedIn()
                .isPresent());
        assertTrue(code(step, codes.get(0)).signedIn().isEmpty());
        assertEquals(9, kontor.as(bert, twoFactor::mine).recoveryCodesLeft());
        assertEquals("1", events("two-factor.recovery-used", "bert", "bert"));
        List<String> renewed =
                kontor.as(bert, () -> twoFactor.renewCodes(PASSWORD)).codes();
        SignIn.FirstStep anew = firstStep("bert");
        assertTrue(code(anew, codes.get(1)).signedIn().isEmpty(), "renewed codes make the former ones worthless");
        assertTrue(code(anew, renewed.get(1)).signedIn().isPresent());
        assertEquals(
                "0",
                kontor.sql("select count(*) from recovery_code where encode(code_hash, 'escape') like '%"
                        + renewed.get(2).substring(0, 4) + "-%'"));
    }

    @Test
    void wrongCodesLockAndTheRightPasswordGivesNoNewTries() {
        Caller carl = user("carl");
        setUp(carl);
        SignIn.FirstStep step = firstStep("carl");
        for (int i = 0; i < 5; i++) {
            assertTrue(code(step, "000000x").refusal().startsWith("Type the code"), "try " + i);
            if (i < 4) {
                firstStep("carl");
            }
        }
        kontor.clock().advance(Duration.ofSeconds(1));
        assertTrue(code(step, code(carl)).refusal().startsWith("Wait "));
        assertTrue(password("carl", PASSWORD).refusal().startsWith("Wait "));
        kontor.clock().advance(Duration.ofSeconds(31));
        assertTrue(code(step, code(carl)).signedIn().isPresent());
    }

    @Test
    void theFirstStepIsWorthNothingOnceSomethingWasChanged() {
        Caller dora = user("dora");
        setUp(dora);
        SignIn.FirstStep step = firstStep("dora");
        kontor.as(dora, () -> users.changeOwnPassword(PASSWORD, "Green-Harbour-43"));
        kontor.clock().advance(Duration.ofSeconds(30));
        assertTrue(code(step, code(dora)).refusal().startsWith("Sign in with your password again"));
        assertTrue(code(new SignIn.FirstStep(4711, 0), "000000").signedIn().isEmpty());
        Caller without = user("dirk");
        SignedIn plain = signedIn("dirk");
        assertTrue(code(new SignIn.FirstStep(without.userId(), plain.stamp()), "000000")
                .signedIn()
                .isEmpty());
    }

    @Test
    void settingUpAndTurningOffTakeThePasswordAndTheCode() {
        Caller emil = user("emil");
        assertField("OTHER_CODE", emil, () -> twoFactor.confirm(PASSWORD, "000000"));
        TwoFactorSecret secret = kontor.as(emil, twoFactor::begin);
        assertEquals(secret, kontor.as(emil, twoFactor::begin), "the same until it is confirmed");
        assertTrue(
                secret.address().startsWith("otpauth://totp/Kontor:emil?secret=" + secret.text() + "&issuer=Kontor"));
        assertFalse(password("emil", PASSWORD).signedIn().isEmpty(), "not asked for before it is confirmed");
        assertField("OTHER_CODE", emil, () -> twoFactor.confirm(PASSWORD, wrong(code(emil))));
        assertField("OTHER_PASSWORD", emil, () -> twoFactor.confirm("wrong", code(emil)));
        setUp(emil);
        assertCode("TWO_FACTOR_ON", emil, twoFactor::begin);
        assertCode("TWO_FACTOR_ON", emil, () -> twoFactor.confirm(PASSWORD, code(emil)));
        assertField("OTHER_PASSWORD", emil, () -> twoFactor.turnOff("wrong"));
        assertField("OTHER_PASSWORD", emil, () -> twoFactor.renewCodes("wrong"));
        SignedIn off = kontor.as(emil, () -> twoFactor.turnOff(PASSWORD));
        assertTrue(session(off).isPresent());
        assertTrue(password("emil", PASSWORD).signedIn().isPresent());
        assertCode("TWO_FACTOR_OFF", emil, () -> twoFactor.turnOff(PASSWORD));
        assertCode("TWO_FACTOR_OFF", emil, () -> twoFactor.renewCodes(PASSWORD));
        assertNotEquals(secret, kontor.as(emil, twoFactor::begin), "a new one the next time");
        assertEquals("1", events("two-factor.enabled", "emil", "emil"));
        assertEquals("1", events("two-factor.disabled", "emil", "emil"));
        Caller kiosk = new Caller(emil.userId(), "emil", Set.of("create:kiosk-entry"));
        assertCode("NOT_A_PERSON", kiosk, twoFactor::begin);
    }

    @Test
    void anAdministratorResetsItForSomebodyElseAndThatIsAudited() {
        Caller gina = user("gina");
        SignedIn session = setUp(gina).signedIn();
        assertTrue(
                kontor.asSystem(() -> users.find(gina.userId())).orElseThrow().twoFactor());
        Caller limited = new Caller(4711, "limited", Set.of("write:user"));
        assertCode("BEYOND_OWN_PERMISSIONS", limited, () -> twoFactor.reset(gina.userId()));
        assertCode("OWN_TWO_FACTOR", gina, () -> twoFactor.reset(gina.userId()));
        assertCode("USER_NOT_FOUND", Caller.SYSTEM, () -> twoFactor.reset(999_999));
        assertFalse(kontor.asSystem(() -> twoFactor.reset(gina.userId())).twoFactor());
        assertTrue(session(session).isEmpty());
        assertTrue(password("gina", PASSWORD).signedIn().isPresent());
        assertEquals("1", events("two-factor.reset", "system", "gina"));
        kontor.asSystem(() -> twoFactor.reset(gina.userId()));
        assertEquals("1", events("two-factor.reset", "system", "gina"), "nothing to do the second time");
        assertEquals("0", kontor.sql("select count(*) from recovery_code where user_id = " + gina.userId()));
    }

    @Test
    void theCompanyMayAskEverybodyOrThoseWhoAdminister() {
        Caller hans = user("hans");
        Caller ines = user("ines", "Administrator");
        assertFalse(signedIn("ines").mustSetUpTwoFactor());
        ask("ADMINISTRATORS");
        assertFalse(signedIn("hans").mustSetUpTwoFactor());
        SignedIn due = signedIn("ines");
        assertTrue(due.mustSetUpTwoFactor() && !due.isComplete());
        assertTrue(session(due).orElseThrow().mustSetUpTwoFactor(), "each request is told so");
        assertTrue(kontor.as(ines, twoFactor::mine).required());
        ask("EVERYBODY");
        assertTrue(signedIn("hans").mustSetUpTwoFactor());
        assertFalse(setUp(hans).signedIn().mustSetUpTwoFactor());
    }

    @Test
    void theSecretIsStoredEncryptedAndBoundToItsUser() {
        Caller jana = user("jana");
        setUp(jana);
        byte[] secret = secret(jana);
        String stored = kontor.sql("select encode(secret, 'hex') from two_factor where id = " + jana.userId());
        assertFalse(stored.contains(java.util.HexFormat.of().formatHex(secret)));
        assertEquals("two_factor", factor.encryptedColumns().get(0).table());
        assertEquals("TwoFactorSecret", new TwoFactorSecret("a", "b").toString());
    }

    @Test
    void theCompanyMayAskForLongerPasswords() {
        set("passwordMinLength", "16");
        try {
            Caller kai = user("kai");
            AppException weak = assertThrows(
                    AppException.class,
                    () -> kontor.as(kai, () -> users.changeOwnPassword("Blue-Harbour-42-x", "Green-Harbour-4")));
            assertTrue(
                    String.valueOf(weak.errors().get(0).message()).contains("16 to 200 characters"), weak.toString());
        } finally {
            set("passwordMinLength", "12");
        }
    }

    private static Caller user(String login, String... roles) {
        String password = login.equals("kai") ? "Blue-Harbour-42-x" : PASSWORD;
        UserView made = kontor.asSystem(() -> users.create(new UserDraft(
                login,
                "",
                "",
                Optional.of(true),
                roles.length == 0 ? List.of("Reader") : List.of(roles),
                Optional.of(password))));
        return new Caller(made.id(), login, Set.copyOf(made.permissions()));
    }

    private static TwoFactorCodes setUp(Caller caller) {
        kontor.as(caller, twoFactor::begin);
        return kontor.as(caller, () -> twoFactor.confirm(PASSWORD, code(caller)));
    }

    private static byte[] secret(Caller caller) {
        return kontor.asSystem(() -> factor.secret(caller.userId())).orElseThrow();
    }

    /** The code that the app of this user shows now. */
    private static String code(Caller caller) {
        return Totp.code(secret(caller), Totp.step(kontor.clock().instant()));
    }

    private static String wrong(String code) {
        return (code.charAt(0) == '9' ? '0' : (char) (code.charAt(0) + 1)) + code.substring(1);
    }

    private static SignIn.Outcome password(String login, String password) {
        return kontor.asSystem(() -> signIn.byPassword(login, password, "198.51.100.7"));
    }

    private static SignIn.FirstStep firstStep(String login) {
        return password(login, PASSWORD).firstStep().orElseThrow();
    }

    private static SignedIn signedIn(String login) {
        return password(login, PASSWORD).signedIn().orElseThrow();
    }

    private static SignIn.Outcome code(SignIn.FirstStep step, String code) {
        return kontor.asSystem(() -> signIn.byCode(step, code, "198.51.100.7"));
    }

    private static Optional<SignedIn> session(SignedIn signedIn) {
        return kontor.asSystem(() -> signIn.bySession(signedIn.caller().userId(), signedIn.stamp()));
    }

    private static String events(String kind, String actor, String subject) {
        return kontor.sql("select count(*) from access_event where kind = '" + kind + "' and actor = '" + actor
                + "' and subject = '" + subject + "'");
    }

    private static void ask(String whom) {
        set("twoFactorRequired", whom);
    }

    private static void set(String key, String value) {
        kontor.asSystem(() -> {
            CompanySettings settings = kontor.get(CompanySettings.class);
            SettingsView now = settings.show();
            return settings.revise(now.version(), new SettingsDraft(Map.of(key, Optional.of(Json.createValue(value)))));
        });
    }

    private static void assertField(String code, Caller caller, java.util.concurrent.Callable<?> work) {
        AppException refused = assertThrows(AppException.class, () -> kontor.as(caller, work));
        assertEquals(code, refused.errors().get(0).code());
    }

    private static void assertCode(String code, Caller caller, java.util.concurrent.Callable<?> work) {
        assertEquals(
                code,
                assertThrows(AppException.class, () -> kontor.as(caller, work)).code());
    }
}
