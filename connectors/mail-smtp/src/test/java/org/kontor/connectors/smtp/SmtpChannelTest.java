package org.kontor.connectors.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.spi.Connection;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Health;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.MessageChannel.Attachment;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.MessageChannel.Sent;
import org.kontor.spi.Outcome;
import org.kontor.spi.Settings;

/** What becomes of a message: how it looks when it arrives, how each reply ends, what can be put into a header. */
class SmtpChannelTest {

    private final StubMailServer server = new StubMailServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void textHtmlAndFilesArrive() throws Exception {
        byte[] bytes = {1, 2, 3, '.', '\r', '\n', '.', '\r', '\n'};
        Outcome<Sent> outcome = send(new Message(
                new IdempotencyKey("k-1"),
                "wanda@rook.example",
                Optional.of("desk@shop.example"),
                "Rechnung für März \u20ac",
                "Grüße",
                Optional.of("<p>Grüße</p>"),
                List.of(new Attachment(
                        "Rechnung März.pdf", "application/pdf", () -> new ByteArrayInputStream(bytes)))));
        assertEquals(
                "<k-1@shop.example>",
                assertInstanceOf(Outcome.Done.class, outcome, outcome::toString).value() instanceof Sent sent
                        ? sent.messageId()
                        : "");
        MimeMessage mail = server.messages().get(0);
        assertEquals("Rechnung für März \u20ac", mail.getSubject());
        assertEquals("<k-1@shop.example>", mail.getMessageID());
        assertEquals("desk@shop.example", mail.getReplyTo()[0].toString());
        MimeMultipart mixed = (MimeMultipart) mail.getContent();
        MimeMultipart alternatives = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertEquals("Grüße", alternatives.getBodyPart(0).getContent());
        assertEquals("<p>Grüße</p>", alternatives.getBodyPart(1).getContent());
        assertEquals("Rechnung März.pdf", mixed.getBodyPart(1).getFileName());
        assertTrue(mixed.getBodyPart(1).isMimeType("application/pdf"));
        assertTrue(Arrays.equals(bytes, mixed.getBodyPart(1).getInputStream().readAllBytes()));
        assertTrue(
                server.said().contains("MAIL FROM:<office@shop.example>"),
                () -> server.said().toString());
    }

    /** A text that looks like the end of a message and like commands is text. */
    @Test
    void noTextEndsTheMessage() {
        assertInstanceOf(
                Outcome.Done.class,
                send(message("wanda@rook.example", "Hello", "a\r\n.\r\nMAIL FROM:<x@y.example>\nb\n.\nc\r.\rd")));
        assertEquals(1, server.messages().size());
        assertEquals(
                1,
                server.said().stream().filter(line -> line.startsWith("MAIL")).count());
        assertEquals(
                "a\r\n.\r\nMAIL FROM:<x@y.example>\r\nb\r\n.\r\nc\r\n.\r\nd",
                SmtpContractTest.text(server.messages().get(0)).strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wanda@rook.example>\u0000",
                "wanda@rook.example> SIZE=1",
                "<wanda@rook.example>",
                "Wanda <wanda@rook.example>",
                "\"a b\"@rook.example",
                "wanda@rook.example,x@y.example",
                "wanda",
                "@rook.example",
                "wanda@",
                "a@b@c.example",
                "wanda@rook.example\u000b",
                "w\u00e4nda@rook.example"
            })
    void whatIsNoAddressReachesNobody(String address) {
        Outcome<Sent> outcome = send(message(address, "Hello", "x"));
        assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString);
        assertEquals(List.of(), server.said());
    }

    @Test
    void aDomainOfOtherLettersIsWrittenInPlainOnes() {
        assertInstanceOf(Outcome.Done.class, send(message("wanda@m\u00fcller.example", "Hello", "x")));
        assertTrue(
                server.said().contains("RCPT TO:<wanda@xn--mller-kva.example>"),
                () -> server.said().toString());
    }

    @Test
    void noHeaderCanBePutIntoASubjectOrAFile() {
        refused(message("wanda@rook.example", "Hello\u000bBcc: x@y.example", "x"));
        refused(file("a.pdf\r\nBcc: x@y.example", "application/pdf"));
        refused(file("a.pdf", "application/pdf\r\nBcc: x@y.example"));
        refused(file("a.pdf", "application/pdf; name=x"));
        assertEquals(List.of(), server.said());
    }

    @Test
    void aFileThatIsTooLargeOrCannotBeReadIsRefusedBeforeAnythingIsSent() {
        refused(new Message(
                new IdempotencyKey("k"),
                "wanda@rook.example",
                Optional.empty(),
                "s",
                "t",
                Optional.empty(),
                List.of(new Attachment(
                        "a.bin",
                        "application/octet-stream",
                        () -> new ByteArrayInputStream(new byte[16 * 1024 * 1024])))));
        refused(new Message(
                new IdempotencyKey("k"),
                "wanda@rook.example",
                Optional.empty(),
                "s",
                "t",
                Optional.empty(),
                List.of(new Attachment("a.bin", "application/octet-stream", () -> {
                    throw new IOException("gone");
                }))));
        assertEquals(List.of(), server.said());
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,550 5.1.1 No such user,Refused",
        "MAIL,553 5.7.1 Not your address,Refused",
        "DATA,554 5.7.1 No,Refused",
        ".,552 5.3.4 Too big,Refused",
        ".,452 4.3.1 No room,NotSent",
        ".,421 4.3.2 Closing,Unknown",
        ".,299 what,Unknown",
        "RCPT,451 4.7.1 Try again in 5 minutes,NotSent",
        "MAIL,421 4.3.2 Closing,NotSent",
        "DATA,451 4.3.0 Later,NotSent",
        "GREETING,554 5.7.1 Go away,NotSent",
        "GREETING,421 4.3.2 Busy,NotSent"
    })
    void eachReplyEndsAsItMust(String command, String reply, String end) {
        server.reply(command, reply);
        Outcome<Sent> outcome = send(message("wanda@rook.example", "Hello", "x"));
        assertEquals(end, outcome.getClass().getSimpleName(), outcome::toString);
    }

    @Test
    void theMailServersOwnWordsAreTold() {
        server.reply("RCPT", "550 5.1.1 No such user");
        Outcome<Sent> outcome = send(message("wanda@rook.example", "Hello", "x"));
        assertTrue(outcome.trouble().orElseThrow().message().contains("No such user"), outcome::toString);
        assertEquals("550", outcome.trouble().orElseThrow().remoteCode());
    }

    @Test
    void theWaitingTimeIsRead() {
        server.reply("RCPT", "451 4.7.1 Try again in 5 minutes");
        Outcome<Sent> outcome = send(message("wanda@rook.example", "Hello", "x"));
        assertEquals(
                Optional.of(Duration.ofMinutes(5)),
                assertInstanceOf(Outcome.NotSent.class, outcome).retryAfter());
    }

    @Test
    void aMailServerThatIsTooSlowBeforeTheContentGotNothing() {
        server.reply("RCPT", "");
        Outcome<Sent> outcome = channel(new SmtpConnector())
                .send(
                        SmtpContractTest.to(server.port(), Map.of()).within(Duration.ofMillis(400)),
                        message("wanda@rook.example", "Hello", "x"));
        assertInstanceOf(Outcome.NotSent.class, outcome, outcome::toString);
        assertEquals(List.of(), server.sources());
    }

    @Test
    void whoIsNotLetInIsToldWithoutThePassword() {
        server.misbehave(Fault.ANSWER_401);
        Outcome<Sent> outcome = send(message("wanda@rook.example", "Hello", "x"), login());
        assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString);
        assertEquals(ErrorCode.Kind.USER, outcome.trouble().orElseThrow().code().kind());
        assertFalse(outcome.toString().contains(StubMailServer.PASSWORD), outcome::toString);
        server.misbehave(Fault.NONE);
        assertInstanceOf(Outcome.Done.class, send(message("wanda@rook.example", "Hello", "x"), login()));
        server.reply("AUTH", "454 4.7.0 Temporary failure");
        assertInstanceOf(Outcome.NotSent.class, send(message("wanda@rook.example", "Hello", "x"), login()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void encryptedWithACertificateThatIsBelieved(boolean fromTheFirstByte) {
        try (StubMailServer encrypting = new StubMailServer(fromTheFirstByte)) {
            Map<String, String> more = new HashMap<>(login());
            more.put("security", fromTheFirstByte ? "tls" : "starttls");
            Connection connection = SmtpContractTest.to(encrypting.port(), more);
            SSLSocketFactory believing = TestCertificate.context().getSocketFactory();
            assertInstanceOf(
                    Outcome.Done.class,
                    channel(new SmtpConnector(believing))
                            .send(connection, message("wanda@rook.example", "Hello", "x")));
            assertEquals(1, encrypting.messages().size());
            Outcome<Sent> outcome =
                    channel(new SmtpConnector()).send(connection, message("wanda@rook.example", "Hello", "x"));
            assertInstanceOf(Outcome.NotSent.class, outcome, outcome::toString);
            assertTrue(outcome.trouble().orElseThrow().message().contains("certificate"), outcome::toString);
            assertEquals(1, encrypting.messages().size());
        }
    }

    /** A certificate that is believed, but names another host. */
    @Test
    void aCertificateOfAnotherHostIsNotEnough() {
        SSLSocketFactory believing = TestCertificate.context().getSocketFactory();
        Connection connection = SmtpContractTest.to(server.port(), Map.of("host", "127.0.0.1", "security", "starttls"));
        assertInstanceOf(
                Outcome.NotSent.class,
                channel(new SmtpConnector(believing)).send(connection, message("wanda@rook.example", "Hello", "x")));
        assertEquals(List.of(), server.sources());
    }

    @Test
    void aMailServerThatDoesNotEncryptGetsNothing() {
        server.reply("EHLO", "250 AUTH PLAIN");
        Map<String, String> more = new HashMap<>(login());
        more.put("security", "starttls");
        assertInstanceOf(Outcome.NotSent.class, send(message("wanda@rook.example", "Hello", "x"), more));
        assertTrue(server.said().stream().noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL")));
    }

    @Test
    void theTestGreetsSignsInAndSendsNothing() {
        SmtpConnector connector = new SmtpConnector();
        assertEquals(Health.up(), connector.test(SmtpContractTest.to(server.port(), login())));
        assertTrue(server.said().stream().noneMatch(line -> line.startsWith("MAIL")));
        server.misbehave(Fault.ANSWER_401);
        Health health = connector.test(SmtpContractTest.to(server.port(), login()));
        assertEquals(Health.State.DOWN, health.state());
        assertTrue(health.detail().contains("password"), health::detail);
    }

    private void refused(Message message) {
        Outcome<Sent> outcome = send(message);
        assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString);
        assertEquals(ErrorCode.Kind.USER, outcome.trouble().orElseThrow().code().kind());
    }

    private Outcome<Sent> send(Message message) {
        return send(message, Map.of());
    }

    private Outcome<Sent> send(Message message, Map<String, String> more) {
        return channel(new SmtpConnector()).send(SmtpContractTest.to(server.port(), more), message);
    }

    private static Map<String, String> login() {
        return Map.of("username", StubMailServer.USER, "password", StubMailServer.PASSWORD);
    }

    private static MessageChannel channel(SmtpConnector connector) {
        return (MessageChannel) connector.capabilities().get(0);
    }

    private static Message message(String to, String subject, String text) {
        return new Message(new IdempotencyKey("k"), to, Optional.empty(), subject, text, Optional.empty(), List.of());
    }

    private static Message file(String name, String mediaType) {
        return new Message(
                new IdempotencyKey("k"),
                "wanda@rook.example",
                Optional.empty(),
                "s",
                "t",
                Optional.empty(),
                List.of(new Attachment(name, mediaType, () -> new ByteArrayInputStream(new byte[1]))));
    }

    /** A message with these settings as it would travel, but for its time. */
    static String message(Settings settings) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new SmtpMessage(
                            Session.getInstance(new Properties()),
                            settings,
                            message("wanda@rook.example", "Hello", "x"),
                            () -> true)
                    .writeTo(out, new String[] {"Date"});
            return out.toString(StandardCharsets.UTF_8);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
