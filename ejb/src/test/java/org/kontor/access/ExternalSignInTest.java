package org.kontor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Whom an account at a provider of OpenID Connect lets in. */
@OnPostgres
class ExternalSignInTest {

    private static final String ISSUER = "https://id.example.org";
    private static boolean creates;
    private static boolean passwords = true;
    private static TestKontor kontor;
    private static Users users;
    private static ExternalSignIn external;

    @BeforeAll
    static void start() {
        kontor = new TestKontor().with(SignInSettings.class, new SignInSettings() {
            @Override
            public boolean byPassword() {
                return passwords;
            }

            @Override
            public boolean createUsers() {
                return creates;
            }

            @Override
            public List<String> newUserRoles() {
                return List.of("Reader");
            }
        });
        users = kontor.get(Users.class);
        external = kontor.get(ExternalSignIn.class);
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    @Test
    void anAccountIsBoundByItsVerifiedAddressAndKnownByItsSubjectFromThenOn() {
        user("anna", "Anna@Example.org", true);
        assertEquals("anna", in("s-anna", "anna@example.org"));
        assertEquals("anna", in("s-anna", "somebody-else@example.org"));
        assertEquals("anna", in("s-anna", ""));
        assertEquals("", in("s-other", "anna@example.org"), "the address has its account already");
        assertEquals(
                "sign-in.bound,sign-in.accepted,sign-in.accepted,sign-in.accepted",
                kontor.sql("select string_agg(kind, ',' order by id) from access_event where subject = 'anna'"
                        + " and kind like 'sign-in.%'"));
        assertEquals(
                "1",
                kontor.sql("select count(*) from access_event where kind = 'sign-in.provider-refused'"
                        + " and subject = 'unknown account'"));
    }

    @Test
    void withoutAVerifiedAddressOrWithTwoUsersOfOneNobodyGetsIn() {
        user("bert", "bert@example.org", true);
        assertEquals("", in("s-bert", ""));
        user("carl", "shared@example.org", true);
        user("cora", "shared@example.org", true);
        assertEquals("", in("s-shared", "shared@example.org"));
        assertEquals("0", kontor.sql("select count(*) from user_identity where subject in ('s-bert', 's-shared')"));
    }

    @Test
    void whoIsInactiveStaysOut() {
        user("dora", "dora@example.org", false);
        assertEquals("", in("s-dora", "dora@example.org"));
        UserView emil = user("emil", "emil@example.org", true);
        assertEquals("emil", in("s-emil", "emil@example.org"));
        UserView now = kontor.asSystem(() -> users.find(emil.id())).orElseThrow();
        kontor.asSystem(() -> users.revise(
                now.id(),
                now.version(),
                new UserDraft("emil", "", "emil@example.org", Optional.of(false), List.of(), Optional.empty())));
        assertEquals("", in("s-emil", "emil@example.org"));
    }

    @Test
    void aUserIsMadeOnlyWhenThatIsConfigured() {
        assertEquals("", in("s-finn", "finn@example.org"));
        creates = true;
        try {
            assertEquals("finn@example.org", in("s-finn", "Finn@Example.org"));
            assertEquals("", in("s-unverified", ""));
            user("gina", "gina@example.org", false);
            assertEquals("", in("s-gina", "gina@example.org"), "who left does not come back as somebody new");
        } finally {
            creates = false;
        }
        assertEquals("1", kontor.sql("select count(*) from app_user where email = 'finn@example.org'"));
        assertEquals(
                "Reader",
                kontor.sql("select r.name from app_user u join user_role ur on ur.user_id = u.id"
                        + " join app_role r on r.id = ur.role_id where u.login = 'finn@example.org'"));
        assertTrue(password("finn@example.org", "").signedIn().isEmpty(), "there is no password to sign in with");
    }

    @Test
    void passwordsCanBeSwitchedOffAndThenNoNewOneIsAskedFor() {
        user("hugo", "hugo@example.org", true);
        assertTrue(password("hugo", "Blue-Harbour-42").signedIn().orElseThrow().mustChangePassword());
        passwords = false;
        try {
            SignIn.Outcome refused = password("hugo", "Blue-Harbour-42");
            assertTrue(refused.signedIn().isEmpty());
            assertTrue(refused.refusal().contains("company account"), refused.refusal());
            assertFalse(outcome("s-hugo", "hugo@example.org")
                    .signedIn()
                    .orElseThrow()
                    .mustChangePassword());
        } finally {
            passwords = true;
        }
    }

    @Test
    void codesAreAskedForHereToo() {
        user("ida", "ida@example.org", true);
        assertEquals("ida", in("s-ida", "ida@example.org"));
        kontor.asSystem(() -> {
            AccessRepository repository = kontor.get(AccessRepository.class);
            repository
                    .userByLogin("ida")
                    .orElseThrow()
                    .setTwoFactor(Optional.of(kontor.clock().instant()));
            return true;
        });
        SignIn.Outcome half = outcome("s-ida", "");
        assertTrue(half.signedIn().isEmpty());
        SignIn.FirstStep step = half.firstStep().orElseThrow();
        String refusal = "";
        for (int tries = 0; tries < 6; tries++) {
            outcome("s-ida", "");
            refusal = kontor.asSystem(() -> kontor.get(SignIn.class).byCode(step, "000000", "192.0.2.7"))
                    .refusal();
        }
        assertTrue(refusal.startsWith("Wait "), "beginning anew gives no new tries at the code: " + refusal);
        assertTrue(outcome("s-ida", "").refusal().startsWith("Wait "));
    }

    private static UserView user(String login, String email, boolean active) {
        return kontor.asSystem(() -> users.create(new UserDraft(
                login, "", email, Optional.of(active), List.of("Reader"), Optional.of("Blue-Harbour-42"))));
    }

    /** Sign-in name of who got in; empty for nobody. */
    private static String in(String subject, String email) {
        return outcome(subject, email).signedIn().map(s -> s.caller().login()).orElse("");
    }

    private static SignIn.Outcome outcome(String subject, String email) {
        ExternalIdentity identity =
                new ExternalIdentity(ISSUER, subject, Optional.of(email).filter(e -> !e.isEmpty()), "");
        return kontor.asSystem(() -> external.by(identity, "192.0.2.7"));
    }

    private static SignIn.Outcome password(String login, String password) {
        return kontor.asSystem(() -> kontor.get(SignIn.class).byPassword(login, password, "192.0.2.8"));
    }
}
