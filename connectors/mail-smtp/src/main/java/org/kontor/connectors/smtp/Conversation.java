package org.kontor.connectors.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Connection;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.MessageChannel.Sent;
import org.kontor.spi.Outcome;
import org.kontor.spi.Settings;

/**
 * One conversation with a mail server. The server's Jakarta Mail holds it, on a thread of its own, since its time limits are for
 * each reply and the caller's is for all.
 */
final class Conversation {

    private final SSLSocketFactory certificates;

    Conversation(SSLSocketFactory certificates) {
        this.certificates = certificates;
    }

    /** Hands a message over. */
    Outcome<Sent> deliver(Connection connection, Message message) {
        AtomicReference<Stage> stage = new AtomicReference<>(Stage.BEFORE);
        return within(connection.timeLimit(), stage, () -> converse(connection, message, stage));
    }

    /** Whether the mail server would let us in. */
    Outcome<String> greet(Connection connection) {
        return within(connection.timeLimit(), new AtomicReference<>(Stage.BEFORE), () -> {
            Settings settings = connection.settings();
            SMTPTransport transport = transport(session(connection), settings);
            try {
                connect(transport, settings);
                return Outcome.done(SmtpSettings.host(settings));
            } catch (MessagingException e) {
                return SmtpReplies.whenNotLetIn(e, settings);
            } finally {
                leave(transport);
            }
        });
    }

    private Outcome<Sent> converse(Connection connection, Message message, AtomicReference<Stage> stage) {
        Settings settings = connection.settings();
        Session session = session(connection);
        SmtpMessage mail;
        try {
            mail = new SmtpMessage(session, settings, message, () -> stage.compareAndSet(Stage.BEFORE, Stage.CONTENT));
        } catch (SmtpMessage.TooLarge e) {
            return Outcome.refused(SmtpMessage.NOT_A_MESSAGE.because(String.valueOf(e.getMessage())));
        } catch (MessagingException | IOException e) {
            return Outcome.refused(
                    SmtpMessage.NOT_A_MESSAGE.because("Choose the files again: the message cannot be put together."));
        }
        SMTPTransport transport = transport(session, settings);
        try {
            connect(transport, settings);
        } catch (MessagingException e) {
            leave(transport);
            return SmtpReplies.whenNotLetIn(e, settings);
        }
        try {
            Address[] to = mail.getAllRecipients();
            transport.sendMessage(mail, to);
            return Outcome.done(new Sent(mail.messageId()));
        } catch (MessagingException e) {
            return SmtpReplies.whenNotTaken(e, stage.get() == Stage.CONTENT, settings);
        } finally {
            leave(transport);
        }
    }

    private SMTPTransport transport(Session session, Settings settings) {
        return new SMTPTransport(
                session,
                new URLName("smtp", SmtpSettings.host(settings), SmtpSettings.port(settings), null, null, null));
    }

    private static void connect(SMTPTransport transport, Settings settings) throws MessagingException {
        String user = settings.text(SmtpSettings.USERNAME).orElse(null);
        String password = settings.secret(SmtpSettings.PASSWORD)
                .map(secret -> secret.reveal())
                .orElse(null);
        transport.connect(SmtpSettings.host(settings), SmtpSettings.port(settings), user, password);
    }

    private Session session(Connection connection) {
        Properties properties = new Properties();
        properties.putAll(properties(connection.timeLimit(), connection.settings()));
        properties.put("mail.smtp.ssl.socketFactory", certificates);
        return Session.getInstance(properties);
    }

    /** What Jakarta Mail is told, but for certificates and the user. */
    static Map<String, String> properties(Duration limit, Settings settings) {
        SmtpSettings.Security security = SmtpSettings.security(settings);
        String starttls = Boolean.toString(security == SmtpSettings.Security.STARTTLS);
        String user = Boolean.toString(settings.text(SmtpSettings.USERNAME).isPresent());
        return Map.ofEntries(
                Map.entry("mail.smtp.auth", user),
                Map.entry("mail.smtp.starttls.enable", starttls),
                Map.entry("mail.smtp.starttls.required", starttls),
                Map.entry("mail.smtp.ssl.enable", Boolean.toString(security == SmtpSettings.Security.TLS)),
                Map.entry("mail.smtp.ssl.checkserveridentity", "true"),
                // Without this a connection that fails would be tried again with other certificates.
                Map.entry("mail.smtp.socketFactory.fallback", "false"),
                Map.entry("mail.smtp.connectiontimeout", millis(limit, settings, SmtpSettings.CONNECT_SECONDS)),
                Map.entry("mail.smtp.timeout", millis(limit, settings, SmtpSettings.REPLY_SECONDS)),
                Map.entry("mail.smtp.quitwait", "false"),
                Map.entry("mail.smtp.from", settings.text(SmtpSettings.FROM).orElseThrow()));
    }

    private static String millis(Duration limit, Settings settings, String key) {
        long seconds = settings.number(key).orElseThrow();
        return Long.toString(
                Math.min(limit.toMillis(), Duration.ofSeconds(seconds).toMillis()));
    }

    private static void leave(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What was said before counts; a farewell that fails changes nothing.
        }
    }

    private static <T> Outcome<T> within(
            Duration limit, AtomicReference<Stage> stage, Callable<Outcome<T>> conversation) {
        FutureTask<Outcome<T>> task = new FutureTask<>(conversation);
        Thread thread = new Thread(task, "mail-smtp");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return givenUp(stage);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return givenUp(stage);
        } catch (ExecutionException e) {
            return stage.get() == Stage.CONTENT
                    ? Outcome.unknown(RemoteCodes.UNREADABLE.because(
                            "Look into the mailbox: the connector failed after it had begun."))
                    : Outcome.notSent(
                            RemoteCodes.UNREADABLE.because("Update the connector: it failed before it sent anything."));
        }
    }

    /** From here on the conversation cannot begin the content any more; if it has, nobody knows how it ends. */
    private static <T> Outcome<T> givenUp(AtomicReference<Stage> stage) {
        return stage.compareAndSet(Stage.BEFORE, Stage.GIVEN_UP)
                ? Outcome.notSent(RemoteCodes.UNREACHABLE.because(
                        "Try again later: the mail server was too slow, and nothing was sent."))
                : Outcome.unknown(RemoteCodes.NO_REPLY.because(SmtpReplies.LOOK));
    }

    /** How far a conversation is. */
    private enum Stage {
        /** The content was not begun: the message cannot have arrived. */
        BEFORE,
        /** The content is on its way, or was taken. */
        CONTENT,
        /** The caller has gone; the content must not be begun. */
        GIVEN_UP
    }
}
