package org.kontor.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.PasswordResets;
import org.kontor.access.SignIn;
import org.kontor.access.SignedIn;
import org.kontor.access.UserDraft;
import org.kontor.access.UserView;
import org.kontor.access.Users;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.shared.AppException;
import org.kontor.spi.MessageChannel.Medium;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.Outcome;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.ScriptedChannel;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

/** Links for a new password: who gets one, what it is good for, what becomes of it when mail does not go. */
@OnPostgres
class PasswordResetsTest {

    private static final String PASSWORD = "Blue-Harbour-42";
    private static final String FRESH = "Green-Harbour-43";
    private static final String ADDRESS = "198.51.100.7";
    private static final Pattern TOKEN =
            Pattern.compile("https://kontor\\.example/reset-password\\.xhtml\\?token=([A-Za-z0-9_-]{43})\\n");

    private final ScriptedChannel mail = new ScriptedChannel(Medium.EMAIL);
    private Optional<String> baseUrl = Optional.of("https://kontor.example/");
    private TestKontor kontor;
    private PasswordResets resets;

    @BeforeEach
    void start() {
        kontor = new TestKontor()
                .with(ConnectorDirectory.class, ScriptedChannel.directory(mail))
                .with(BaseUrl.class, new BaseUrl() {
                    @Override
                    Optional<String> text() {
                        return baseUrl;
                    }
                });
        resets = kontor.get(PasswordResets.class);
        kontor.asSystem(() -> kontor.get(Connections.class)
                .create(new ConnectionDraft("email-test", "Mail", Optional.empty(), true, Map.of(), Map.of())));
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void aLinkComesByMailAndSetsANewPasswordOnce() throws Exception {
        user("anna", "anna@shop.example");
        SignedIn before = password("anna", PASSWORD).signedIn().orElseThrow();
        assertEquals("", ask("Anna ", "de"));
        deliver();
        Message message = mail.messages.get(0);
        assertEquals("anna@shop.example", message.to());
        assertEquals("Ein neues Kennwort für Kontor", message.subject());
        String token = token(message);
        assertEquals(
                "0",
                kontor.sql("select count(*) from password_reset where position('" + token
                        + "' in password_reset::text) > 0"));
        assertTrue(good(token));
        AppException weak = assertThrows(AppException.class, () -> redeem(token, "anna"));
        assertEquals("newPassword", weak.errors().get(0).field());
        assertTrue(good(token), "a password that is too weak must not cost the link");
        redeem(token, FRESH);
        assertFalse(good(token));
        assertEquals(
                "LINK_GONE",
                assertThrows(AppException.class, () -> redeem(token, FRESH)).code());
        assertTrue(session(before).isEmpty(), "sessions from before have ended");
        assertTrue(password("anna", PASSWORD).signedIn().isEmpty());
        assertFalse(password("anna", FRESH).signedIn().orElseThrow().mustChangePassword());
        assertEquals(
                "password.reset-asked,password.reset-sent,password.reset",
                kontor.sql("select string_agg(kind, ',' order by id) from access_event"
                        + " where kind like 'password.reset%' and subject = 'anna'"));
        deliver();
        assertEquals(1, mail.messages.size(), "nothing is sent twice");
    }

    @Test
    void whoIsNotThereInactiveWithoutAddressOrPasswordGetsNothingAndTheAnswerIsTheSame() throws Exception {
        user("bert", "");
        UserView carl = user("carl", "carl@shop.example");
        kontor.asSystem(() -> kontor.get(Users.class)
                .revise(carl.id(), carl.version(), draft("carl", "carl@shop.example", false, Optional.empty())));
        kontor.asSystem(
                () -> kontor.get(Users.class).create(draft("dora", "dora@shop.example", true, Optional.empty())));
        for (String login : List.of("bert", "carl", "dora", "nobody", "nobody@shop.example")) {
            assertEquals("", ask(login, "en"), login);
        }
        deliver();
        assertEquals(List.of(), mail.messages);
        assertEquals("5", kontor.sql("select count(*) from password_reset"));
        assertEquals("5", kontor.sql("select count(*) from access_event where kind = 'password.reset-asked'"));
    }

    @Test
    void askingOftenHasToWaitWhoeverItIs() {
        user("emil", "emil@shop.example");
        for (String login : List.of("emil", "nobody")) {
            for (int i = 0; i < 3; i++) {
                assertEquals("", ask(login, "en"));
            }
            assertTrue(ask(login, "en").startsWith("Wait "), login);
        }
        kontor.clock().advance(Duration.ofSeconds(31));
        assertEquals("", ask("emil", "en"));
        assertTrue(password("emil", PASSWORD).signedIn().isPresent(), "signing in is not locked by it");
    }

    @Test
    void anAddressHasToWaitToo() {
        for (int i = 0; i < 20; i++) {
            assertEquals("", ask("user" + i, "en"));
        }
        assertTrue(ask("somebody-else", "en").startsWith("Wait "));
    }

    @Test
    void aLinkIsGoodForHalfAnHourAndOnlyTheLastOneIs() throws Exception {
        user("fred", "fred@shop.example");
        ask("fred", "en");
        deliver();
        ask("fred", "en");
        deliver();
        String first = token(mail.messages.get(0));
        String second = token(mail.messages.get(1));
        assertNotEquals(first, second);
        assertFalse(good(first));
        kontor.clock().advance(Duration.ofMinutes(29));
        assertTrue(good(second));
        kontor.clock().advance(Duration.ofMinutes(2));
        assertFalse(good(second));
    }

    @Test
    void aChangedPasswordAddressOrUserEndsTheLink() throws Exception {
        UserView gerd = user("gerd", "gerd@shop.example");
        ask("gerd", "en");
        deliver();
        UserView moved = kontor.asSystem(() -> kontor.get(Users.class)
                .revise(gerd.id(), gerd.version(), draft("gerd", "new@shop.example", true, Optional.empty())));
        assertFalse(good(token(mail.messages.get(0))), "sent to the former address");
        ask("gerd", "en");
        deliver();
        assertTrue(good(token(mail.messages.get(1))));
        kontor.asSystem(() -> kontor.get(Users.class).oneTimePassword(moved.id()));
        assertFalse(good(token(mail.messages.get(1))), "another password was set since");
    }

    @Test
    void whatWasNotSentComesAgainWithANewLinkAndAnUnsureEndDoesNot() throws Exception {
        user("hans", "hans@shop.example");
        mail.answers.add(() -> Outcome.notSent(ScriptedChannel.NO.because("Nobody listens.")));
        ask("hans", "en");
        deliver();
        assertEquals("1", kontor.sql("select tries from password_reset"));
        assertEquals("1", jobsAhead());
        String lost = token(mail.messages.get(0));
        mail.answers.add(() -> Outcome.unknown(ScriptedChannel.NO.because("It may have arrived.")));
        deliver();
        assertEquals(2, mail.messages.size());
        assertNotEquals(mail.messages.get(0).key(), mail.messages.get(1).key());
        assertFalse(good(lost));
        assertTrue(good(token(mail.messages.get(1))), "it may have arrived, and is good");
        deliver();
        assertEquals(2, mail.messages.size(), "never again by itself");
        assertEquals("1", kontor.sql("select count(*) from access_event where kind = 'password.reset-unsure'"));
    }

    @Test
    void whatTheMailServerRefusesIsOver() throws Exception {
        user("ines", "ines@shop.example");
        mail.answers.add(() -> Outcome.refused(ScriptedChannel.NO.because("No such mailbox.")));
        ask("ines", "en");
        deliver();
        assertFalse(good(token(mail.messages.get(0))));
        deliver();
        assertEquals(1, mail.messages.size());
        assertEquals("1", kontor.sql("select count(*) from access_event where kind = 'password.reset-failed'"));
    }

    @Test
    void aConnectionThatIsAwayLosesNothing() throws Exception {
        user("jana", "jana@shop.example");
        ask("jana", "en");
        kontor.sql("update connection set enabled = false");
        deliver();
        assertEquals(List.of(), mail.messages);
        assertEquals("1", jobsAhead());
        kontor.sql("update connection set enabled = true");
        deliver();
        assertEquals(1, mail.messages.size());
    }

    @Test
    void itIsOfferedOnlyWhereMailCanBeSentAndTheAddressIsConfigured() {
        assertTrue(offered());
        for (String wrong :
                List.of("", "kontor.example", "ftp://kontor.example", "https://u:p@kontor.example", "https://k/?a=b")) {
            baseUrl = Optional.of(wrong);
            assertFalse(offered(), wrong);
        }
        baseUrl = Optional.empty();
        assertFalse(offered());
        baseUrl = Optional.of("http://kontor.example");
        assertTrue(offered());
        kontor.sql("update connection set enabled = false");
        assertFalse(offered());
        assertTrue(ask("anybody", "en").startsWith("Ask an administrator"));
    }

    @Test
    void anAdministratorSendsALinkToWhoHasNoPasswordYet() throws Exception {
        UserView kai = kontor.asSystem(
                () -> kontor.get(Users.class).create(draft("kai", "kai@shop.example", true, Optional.empty())));
        send(kai.id());
        deliver();
        redeem(token(mail.messages.get(0)), FRESH);
        assertTrue(password("kai", FRESH).signedIn().isPresent());
    }

    @Test
    void whyALinkCannotBeSentIsTold() {
        UserView lena = user("lena", "");
        assertEquals("EMAIL_MISSING", refusal(() -> send(lena.id())));
        UserView mia = user("mia", "mia@shop.example");
        kontor.asSystem(() -> kontor.get(Users.class)
                .revise(mia.id(), mia.version(), draft("mia", "mia@shop.example", false, Optional.empty())));
        assertEquals("USER_INACTIVE", refusal(() -> send(mia.id())));
        assertEquals("USER_NOT_FOUND", refusal(() -> send(4711_000)));
        kontor.sql("update connection set enabled = false");
        assertEquals("MAIL_NOT_SET_UP", refusal(() -> send(lena.id())));
        Caller small = new Caller(lena.id(), "lena", Set.of("write:user"));
        UserView boss = kontor.asSystem(() -> kontor.get(Users.class)
                .create(new UserDraft(
                        "boss",
                        "",
                        "boss@shop.example",
                        Optional.of(true),
                        List.of("Administrator"),
                        Optional.empty())));
        AppException tooMuch = assertThrows(
                AppException.class,
                () -> kontor.as(small, () -> {
                    resets.send(boss.id(), "en");
                    return true;
                }));
        assertEquals(org.kontor.shared.ErrorKind.FORBIDDEN, tooMuch.kind());
    }

    private String refusal(Callable<Boolean> work) {
        return assertThrows(AppException.class, work::call).code();
    }

    private boolean send(long id) {
        return kontor.asSystem(() -> {
            resets.send(id, "en");
            return true;
        });
    }

    /** Runs the job of every link, as the engine would again and again. */
    private void deliver() throws Exception {
        String ids = kontor.sql("select coalesce(string_agg(id::text, ',' order by id), '') from password_reset");
        for (String id : ids.split(",")) {
            kontor.get(ResetMailJob.class).run(Long.parseLong(id), new TestJobRun(kontor));
        }
    }

    /** How many tries are asked for at a later time. */
    private String jobsAhead() {
        return kontor.sql(
                "select count(*) from job where task_name = 'password-reset' and task_instance like '%/at-%'");
    }

    private static String token(Message message) {
        Matcher matcher = TOKEN.matcher(message.text());
        assertTrue(matcher.find(), message.text());
        return matcher.group(1);
    }

    private boolean offered() {
        return kontor.asSystem(resets::offered);
    }

    private String ask(String login, String language) {
        return kontor.asSystem(() -> resets.ask(login, language, ADDRESS));
    }

    private boolean good(String token) {
        return kontor.asSystem(() -> resets.good(token));
    }

    private void redeem(String token, String password) {
        kontor.asSystem(() -> {
            resets.redeem(token, password, ADDRESS);
            return true;
        });
    }

    private SignIn.Outcome password(String login, String password) {
        return kontor.asSystem(() -> kontor.get(SignIn.class).byPassword(login, password, ADDRESS));
    }

    private Optional<SignedIn> session(SignedIn signedIn) {
        return kontor.asSystem(
                () -> kontor.get(SignIn.class).bySession(signedIn.caller().userId(), signedIn.stamp()));
    }

    private UserView user(String login, String email) {
        return kontor.asSystem(() -> kontor.get(Users.class).create(draft(login, email, true, Optional.of(PASSWORD))));
    }

    private static UserDraft draft(String login, String email, boolean active, Optional<String> password) {
        return new UserDraft(login, "", email, Optional.of(active), List.of("Reader"), password);
    }
}
