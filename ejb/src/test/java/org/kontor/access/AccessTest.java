package org.kontor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class AccessTest {

    private static final String PASSWORD = "Blue-Harbour-42";
    private static final String CONFIGURED_KEY = "a-key-from-the-configuration";
    private static TestKontor kontor;
    private static Users users;
    private static Roles roles;
    private static ApiKeys keys;
    private static SignIn signIn;

    @BeforeAll
    static void start() {
        kontor = new TestKontor().with(AdminSettings.class, new AdminSettings() {
            @Override
            public Optional<String> password() {
                return Optional.of("Initial-Pass-2026");
            }

            @Override
            public Optional<String> apiKey() {
                return Optional.of(CONFIGURED_KEY);
            }
        });
        kontor.asSystem(() -> kontor.get(FirstStart.class));
        users = kontor.get(Users.class);
        roles = kontor.get(Roles.class);
        keys = kontor.get(ApiKeys.class);
        signIn = kontor.get(SignIn.class);
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    @Test
    void theFirstStartCreatesAnAdministratorOnce() {
        kontor.asSystem(() -> {
            kontor.get(FirstStart.class).start();
            return true;
        });
        assertEquals("1", kontor.sql("select count(*) from app_user where login = 'admin'"));
        SignIn.Outcome outcome = tryPassword("admin", "Initial-Pass-2026");
        SignedIn admin = outcome.signedIn().orElseThrow();
        assertEquals(Permission.names(), admin.caller().permissions());
        assertFalse(admin.mustChangePassword());
    }

    @Test
    void aUserSignsInWithTheRightPasswordOnlyAndMustChangeIt() {
        create("anna", PASSWORD, "Clerk");
        assertTrue(tryPassword("anna", "Blue-Harbour-43").signedIn().isEmpty());
        SignedIn anna = tryPassword("  ANNA ", PASSWORD).signedIn().orElseThrow();
        assertTrue(anna.mustChangePassword());
        assertTrue(anna.caller().may("write:customer"));
        assertFalse(anna.caller().may("write:user"));
    }

    @Test
    void anUnknownUserAndAWrongPasswordReadTheSame() {
        create("bert", PASSWORD, "Reader");
        assertEquals(
                tryPassword("bert", "wrong").refusal(),
                tryPassword("nobody", "wrong").refusal());
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordHasToWait() {
        create("carl", PASSWORD, "Reader");
        for (int i = 0; i < 5; i++) {
            tryPassword("carl", "wrong");
        }
        SignIn.Outcome locked = tryPassword("carl", PASSWORD);
        assertTrue(locked.signedIn().isEmpty());
        assertTrue(locked.refusal().startsWith("Wait "), locked.refusal());
        kontor.clock().advance(Duration.ofSeconds(31));
        assertTrue(tryPassword("carl", PASSWORD).signedIn().isPresent());
        assertTrue(tryPassword("carl", "wrong").refusal().startsWith("Check "), "success forgets the failures");
    }

    @Test
    void anAddressIsLockedAfterTwentyFailuresWhateverTheUser() {
        for (int i = 0; i < 20; i++) {
            int user = i;
            kontor.asSystem(() -> signIn.byPassword("guess" + user, "wrong", "203.0.113.9"));
        }
        SignIn.Outcome locked = kontor.asSystem(() -> signIn.byPassword("someone", "wrong", "203.0.113.9"));
        assertTrue(locked.refusal().startsWith("Wait "));
        assertTrue(kontor.asSystem(() -> signIn.byPassword("someone", "wrong", "203.0.113.10"))
                .refusal()
                .startsWith("Check "));
    }

    @Test
    void whatSomebodyTypedAsUserNameIsStoredNowhere() {
        tryPassword("my-secret-in-the-wrong-field", "x");
        assertEquals("0", kontor.sql("select count(*) from sign_in_failure where subject like '%secret%'"));
        assertEquals(
                "0", kontor.sql("select count(*) from access_event where actor || subject || address like '%secret%'"));
    }

    @Test
    void aNewPasswordAndBeingMadeInactiveEndSessions() {
        UserView dora = create("dora", PASSWORD, "Reader");
        SignedIn before = tryPassword("dora", PASSWORD).signedIn().orElseThrow();
        assertTrue(session(before).isPresent());
        SignedIn after = kontor.as(before.caller(), () -> users.changeOwnPassword(PASSWORD, "Green-Harbour-43"));
        assertTrue(session(before).isEmpty());
        assertTrue(session(after).isPresent());
        assertFalse(after.mustChangePassword());
        UserView now = kontor.asSystem(() -> users.find(dora.id())).orElseThrow();
        kontor.asSystem(() -> users.revise(
                now.id(),
                now.version(),
                new UserDraft("dora", "Dora", "", Optional.of(false), List.of("Reader"), Optional.empty())));
        assertTrue(session(after).isEmpty());
        assertTrue(tryPassword("dora", "Green-Harbour-43").signedIn().isEmpty());
        assertEquals(
                "USER_INACTIVE",
                assertThrows(AppException.class, () -> kontor.asSystem(() -> signIn.callerOf(dora.id())))
                        .code());
    }

    @Test
    void ownPasswordChangesOnlyWithTheCurrentOne() {
        create("emil", PASSWORD, "Reader");
        Caller emil = tryPassword("emil", PASSWORD).signedIn().orElseThrow().caller();
        assertField("OTHER_PASSWORD", () -> users.changeOwnPassword("wrong", "Green-Harbour-43"), emil);
        assertField("SAME_PASSWORD", () -> users.changeOwnPassword(PASSWORD, PASSWORD), emil);
        assertField("PASSWORD_TOO_WEAK", () -> users.changeOwnPassword(PASSWORD, "short"), emil);
    }

    @Test
    void theLastAdministratorStaysOne() {
        UserView admin =
                kontor.asSystem(() -> users.list(PageRequest.first())).items().get(0);
        AppException e = assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> users.revise(
                        admin.id(),
                        admin.version(),
                        new UserDraft(
                                "admin", "", "", Optional.of(false), List.of("Administrator"), Optional.empty()))));
        assertEquals("LAST_ADMINISTRATOR", e.code());
    }

    @Test
    void nobodyGrantsWhatTheyDoNotHave() {
        Caller helper = new Caller(1, "helper", Set.of("read:user", "write:user", "manage:api-key"));
        assertKind(ErrorKind.FORBIDDEN, () -> users.create(draft("eva", "Administrator")), helper);
        assertKind(
                ErrorKind.FORBIDDEN,
                () -> roles.create(new RoleDraft("More", "", List.of("medical:customer"))),
                helper);
        assertKind(
                ErrorKind.FORBIDDEN,
                () -> keys.create(new ApiKeyDraft("k", List.of("read:customer"), Optional.empty())),
                helper);
    }

    @Test
    void aRoleWorksFromTheNextRequestAndIsNotDeletedWhileSomebodyHasIt() {
        RoleView role =
                kontor.asSystem(() -> roles.create(new RoleDraft("Desk", "At the desk", List.of("read:customer"))));
        create("finn", PASSWORD, "Desk");
        SignedIn finn = tryPassword("finn", PASSWORD).signedIn().orElseThrow();
        assertFalse(finn.caller().may("write:customer"));
        kontor.asSystem(() -> roles.revise(
                role.id(),
                role.version(),
                new RoleDraft("Desk", "At the desk", List.of("read:customer", "write:customer"))));
        assertTrue(session(finn).orElseThrow().caller().may("write:customer"));
        AppException e = assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> {
                    roles.delete(role.id(), roles.find(role.id()).orElseThrow().version());
                    return true;
                }));
        assertEquals("ROLE_IN_USE", e.code());
    }

    @Test
    void staleChangesAreRefused() {
        UserView user = create("gina", PASSWORD, "Reader");
        assertKind(ErrorKind.STALE, () -> users.revise(user.id(), user.version() + 1, user.toDraft()), Caller.SYSTEM);
    }

    @Test
    void everyWrongFieldOfAUserIsNamed() {
        AppException e = assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> users.create(new UserDraft(
                        "Ä b", "x".repeat(201), "nowhere", Optional.empty(), List.of("Nope"), Optional.of("weak")))));
        assertEquals(
                Set.of("login", "displayName", "email", "roles", "password"),
                Set.copyOf(e.errors().stream().map(f -> f.field()).toList()));
    }

    @Test
    void anApiKeyIsStoredAsAHashAndCanDoWhatItsOwnerStillCan() {
        Caller hugo = callerOf(create("hugo", PASSWORD, "Clerk"));
        Caller keeper = new Caller(hugo.userId(), "hugo", Set.of("read:customer", "import:customer", "manage:api-key"));
        NewApiKey made = kontor.as(
                keeper,
                () -> keys.create(
                        new ApiKeyDraft("sync", List.of("read:customer", "import:customer"), Optional.empty())));
        assertEquals(12, made.prefix().length());
        assertTrue(made.key().startsWith(made.prefix()));
        assertFalse(made.toString().contains(made.key()));
        assertEquals("0", kontor.sql("select count(*) from api_key k where k::text like '%" + made.key() + "%'"));
        assertEquals(
                Set.of("read:customer", "import:customer"),
                byKey(made).orElseThrow().permissions());
        assertNotEquals("null", kontor.sql("select last_used_at from api_key where id = " + made.id()));
        UserView now = kontor.asSystem(() -> users.find(hugo.userId())).orElseThrow();
        kontor.asSystem(() -> users.revise(
                now.id(),
                now.version(),
                new UserDraft("hugo", "", "", Optional.empty(), List.of("Reader"), Optional.empty())));
        assertEquals(Set.of("read:customer"), byKey(made).orElseThrow().permissions());
    }

    @Test
    void anApiKeyEndsByExpiryByRevocationAndWithItsOwner() {
        Caller ida = callerOf(create("ida", PASSWORD, "Reader"));
        Caller keeper = new Caller(ida.userId(), "ida", Set.of("read:customer", "manage:api-key"));
        NewApiKey expiring = kontor.as(
                keeper,
                () -> keys.create(new ApiKeyDraft(
                        "e",
                        List.of("read:customer"),
                        Optional.of(kontor.clock().instant().plusSeconds(60)))));
        NewApiKey revoked =
                kontor.as(keeper, () -> keys.create(new ApiKeyDraft("r", List.of("read:customer"), Optional.empty())));
        NewApiKey kept =
                kontor.as(keeper, () -> keys.create(new ApiKeyDraft("k", List.of("read:customer"), Optional.empty())));
        kontor.as(keeper, () -> {
            keys.revoke(revoked.id());
            return true;
        });
        assertTrue(byKey(revoked).isEmpty());
        assertTrue(byKey(expiring).isPresent());
        kontor.clock().advance(Duration.ofSeconds(61));
        assertTrue(byKey(expiring).isEmpty());
        assertTrue(byKey(kept).isPresent());
        UserView now = kontor.asSystem(() -> users.find(ida.userId())).orElseThrow();
        kontor.asSystem(() -> users.revise(
                now.id(),
                now.version(),
                new UserDraft("ida", "", "", Optional.of(false), List.of("Reader"), Optional.empty())));
        assertTrue(byKey(kept).isEmpty());
        UserView inactive = kontor.asSystem(() -> users.find(ida.userId())).orElseThrow();
        kontor.asSystem(() -> users.revise(
                inactive.id(),
                inactive.version(),
                new UserDraft("ida", "", "", Optional.of(true), List.of("Reader"), Optional.empty())));
        assertTrue(byKey(kept).isEmpty(), "who comes back makes new keys");
        assertEquals(
                kept.prefix(),
                kontor.sql("select subject from access_event where kind = 'api-key.revoked' and actor = 'system'"));
    }

    @Test
    void someoneElsesApiKeyIsNotThere() {
        Caller jan = callerOf(create("jan", PASSWORD, "Reader"));
        Caller keeper = new Caller(jan.userId(), "jan", Set.of("read:customer", "manage:api-key"));
        NewApiKey made =
                kontor.as(keeper, () -> keys.create(new ApiKeyDraft("k", List.of("read:customer"), Optional.empty())));
        Caller other =
                new Caller(callerOf(create("kim", PASSWORD, "Reader")).userId(), "kim", Set.of("manage:api-key"));
        assertTrue(kontor.as(other, () -> keys.find(made.id())).isEmpty());
        assertKind(
                ErrorKind.ABSENT,
                () -> {
                    keys.revoke(made.id());
                    return true;
                },
                other);
    }

    @Test
    void theConfiguredKeyHasAllPermissionsAndIsNotStored() {
        Caller caller =
                kontor.asSystem(() -> signIn.byApiKey(CONFIGURED_KEY, "")).orElseThrow();
        assertEquals(Permission.names(), caller.permissions());
        assertEquals("admin", caller.login());
        assertEquals("0", kontor.sql("select count(*) from api_key where name like '%configur%'"));
        assertTrue(kontor.asSystem(() -> signIn.byApiKey("ktr_unknown", "")).isEmpty());
    }

    @Test
    void anIdempotencyKeyIsTakenOnceAndOnlyForTheSameRequest() {
        IdempotencyKeys idempotency = kontor.get(IdempotencyKeys.class);
        byte[] hash = ApiKeys.hash("one request");
        IdempotencyKeys.Answer answer = new IdempotencyKeys.Answer(201, "ETag: \"1\"\n", "{}");
        assertTrue(kontor.asSystem(() -> {
                    Optional<IdempotencyKeys.Answer> before = idempotency.take("k1", hash);
                    idempotency.keep("k1", answer);
                    return before;
                })
                .isEmpty());
        assertEquals(Optional.of(answer), kontor.asSystem(() -> idempotency.take("k1", hash)));
        AppException e = assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> idempotency.take("k1", ApiKeys.hash("another request"))));
        assertEquals("IDEMPOTENCY_KEY_REUSED", e.errors().get(0).code());
        Caller other = new Caller(99, "other", Set.of());
        assertTrue(kontor.as(other, () -> idempotency.take("k1", ApiKeys.hash("of somebody else")))
                .isEmpty());
    }

    @Test
    void idempotencyKeysLiveAtLeastADay() {
        IdempotencyKeys idempotency = kontor.get(IdempotencyKeys.class);
        kontor.asSystem(() -> idempotency.take("k2", ApiKeys.hash("x")));
        kontor.clock().advance(Duration.ofHours(25));
        kontor.asSystem(() -> {
            idempotency.forget();
            return true;
        });
        assertEquals("1", kontor.sql("select count(*) from idempotency_key where key = 'k2'"));
        kontor.clock().advance(Duration.ofHours(24));
        kontor.asSystem(() -> {
            idempotency.forget();
            return true;
        });
        assertEquals("0", kontor.sql("select count(*) from idempotency_key where key = 'k2'"));
    }

    private static UserView create(String login, String password, String role) {
        return kontor.asSystem(() ->
                users.create(new UserDraft(login, "", "", Optional.empty(), List.of(role), Optional.of(password))));
    }

    private static UserDraft draft(String login, String role) {
        return new UserDraft(login, "", "", Optional.empty(), List.of(role), Optional.empty());
    }

    private static Caller callerOf(UserView user) {
        return kontor.asSystem(() -> signIn.callerOf(user.id()));
    }

    private static SignIn.Outcome tryPassword(String login, String password) {
        return kontor.asSystem(
                () -> signIn.byPassword(login, password, "192.0.2." + Math.floorMod(login.hashCode(), 200)));
    }

    private static Optional<SignedIn> session(SignedIn signedIn) {
        return kontor.asSystem(() -> signIn.bySession(signedIn.caller().userId(), signedIn.stamp()));
    }

    private static Optional<Caller> byKey(NewApiKey key) {
        return kontor.asSystem(() -> signIn.byApiKey(key.key(), ""));
    }

    private static void assertKind(ErrorKind kind, java.util.concurrent.Callable<?> work, Caller caller) {
        assertEquals(
                kind,
                assertThrows(AppException.class, () -> kontor.as(caller, work)).kind());
    }

    private static void assertField(String code, java.util.concurrent.Callable<?> work, Caller caller) {
        AppException e = assertThrows(AppException.class, () -> kontor.as(caller, work));
        assertEquals(code, e.errors().get(0).code());
    }
}
