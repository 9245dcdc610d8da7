package org.kontor.connectors.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.kontor.connectors.support.Masking;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Outcome;
import org.kontor.spi.Problem;
import org.kontor.spi.Settings;

/**
 * From what a mail server replied to an outcome. 5xx is no; 4xx is not now; no reply before the content is not sent; no reply after
 * it, a reply that is none, and 421 (the mail server leaves in the middle of it) are unknown.
 */
final class SmtpReplies {

    /** The cure where nobody knows. */
    static final String LOOK =
            "Ask the recipient or look into the mail server: it did not say whether it took the message.";

    private static final int CLOSING = 421;
    private static final int LONGEST_QUOTE = 300;
    private static final Pattern CODE = Pattern.compile("^\\s*([2-5][0-9]{2})[ -]");
    private static final Pattern WAIT =
            Pattern.compile("\\b([0-9]{1,5}) ?(s|sec|seconds?|m|min|minutes?)\\b", Pattern.CASE_INSENSITIVE);

    private SmtpReplies() {}

    /** The conversation ended before a message was begun. */
    static <T> Outcome<T> whenNotLetIn(MessagingException failure, Settings settings) {
        String quote = quote(failure, settings);
        int code = firstCode(quote);
        if (failure instanceof AuthenticationFailedException && code / 100 != 4) {
            return Outcome.refused(RemoteCodes.CREDENTIALS.because(
                    "Enter user and password of the connection again: the mail server does not accept them. " + quote,
                    remote(code)));
        }
        if (code / 100 == 4) {
            return later(code, quote);
        }
        if (cause(failure, SSLException.class)) {
            return Outcome.notSent(RemoteCodes.UNREACHABLE.because(
                    "Check port, encryption and the certificate of the mail server: no encrypted connection can be made. "
                            + quote));
        }
        return Outcome.notSent(RemoteCodes.UNREACHABLE.because(
                "Check host, port and encryption, or try again later: the mail server cannot be reached. " + quote,
                remote(code)));
    }

    /** The message was not taken, as far as it is known. */
    static <T> Outcome<T> whenNotTaken(MessagingException failure, boolean contentBegun, Settings settings) {
        int code = code(failure);
        String quote = quote(failure, settings);
        if (code / 100 == 5) {
            return Outcome.refused(refused(code, quote));
        }
        if (contentBegun && (code == CLOSING || code / 100 != 4)) {
            return Outcome.unknown(RemoteCodes.NO_REPLY.because(LOOK, remote(code)));
        }
        if (code / 100 == 4) {
            return later(code, quote);
        }
        return Outcome.notSent(RemoteCodes.UNREACHABLE.because(
                "Try again later: the mail server broke off before the message was sent. " + quote, remote(code)));
    }

    private static Problem refused(int code, String quote) {
        return RemoteCodes.REFUSED.because(
                "Check recipient and sender: the mail server does not take the message. " + quote, remote(code));
    }

    private static <T> Outcome<T> later(int code, String quote) {
        return new Outcome.NotSent<>(
                RemoteCodes.BUSY.because("Wait a little: the mail server takes no message now. " + quote, remote(code)),
                pause(quote));
    }

    /** Mail servers that keep strangers waiting say how long, in their own words. */
    private static Optional<Duration> pause(String text) {
        Matcher matcher = WAIT.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        boolean minutes = matcher.group(2).startsWith("m") || matcher.group(2).startsWith("M");
        return Optional.of(minutes ? Duration.ofMinutes(number) : Duration.ofSeconds(number));
    }

    /** The reply to the recipient or the sender, else to the command; -1 when there was none. */
    private static int code(MessagingException failure) {
        int code = -1;
        for (@Nullable Exception e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException refusal) {
                return refusal.getReturnCode();
            }
            if (e instanceof SMTPSenderFailedException refusal) {
                return refusal.getReturnCode();
            }
            if (e instanceof SMTPSendFailedException refusal) {
                code = refusal.getReturnCode();
            }
        }
        return code;
    }

    private static boolean cause(MessagingException failure, Class<? extends Exception> type) {
        for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
            if (type.isInstance(e)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static int firstCode(String text) {
        Matcher matcher = CODE.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private static String remote(int code) {
        return code > 0 ? Integer.toString(code) : "";
    }

    /** The mail server's own words in one line, without what only the two should know. */
    private static String quote(MessagingException failure, Settings settings) {
        Exception told = failure;
        for (@Nullable Exception e = failure; e != null; e = next(e)) {
            told = e;
        }
        Masking masking =
                new Masking(settings.secret(SmtpSettings.PASSWORD).stream().toList());
        String line = masking.mask(String.valueOf(told.getMessage()))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) : line;
    }
}
