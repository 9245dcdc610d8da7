package org.kontor.connectors.support;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Outcome;
import org.kontor.spi.Problem;

/**
 * Turns how an HTTP exchange ended into what the SPI wants to hear, by one rule for all connectors: no connection or 429 is
 * NotSent; a lost reply, 408, 409, any 5xx and any status that is not understood are Unknown; the other 4xx are Refused; 2xx is
 * Done as far as it can be read.
 *
 * <p>A connector that knows better what a status of its remote system means decides before it comes here.
 */
public final class RemoteCodes {

    /** The remote system cannot be reached. */
    public static final ErrorCode UNREACHABLE = new ErrorCode(
            "REMOTE_UNREACHABLE",
            ErrorCode.Kind.REMOTE_DOWN,
            "No connection could be made. Check address and network.");
    /** It asks to wait. */
    public static final ErrorCode BUSY = new ErrorCode(
            "REMOTE_BUSY",
            ErrorCode.Kind.REMOTE_DOWN,
            "The remote system takes no more calls now. It is asked again later.");
    /** It failed, or its reply was lost. */
    public static final ErrorCode NO_REPLY = new ErrorCode(
            "REMOTE_NO_REPLY",
            ErrorCode.Kind.REMOTE_DOWN,
            "The remote system failed or its reply was lost. Kontor asks what happened.");
    /** It answered something that is no reply. */
    public static final ErrorCode UNREADABLE = new ErrorCode(
            "REMOTE_UNREADABLE", ErrorCode.Kind.BUG, "The reply has not the agreed form. Update the connector.");
    /** It does not accept the credentials. */
    public static final ErrorCode CREDENTIALS = new ErrorCode(
            "REMOTE_CREDENTIALS", ErrorCode.Kind.USER, "The credentials are not accepted. Enter them again.");
    /** It said no. */
    public static final ErrorCode REFUSED = new ErrorCode(
            "REMOTE_REFUSED", ErrorCode.Kind.REMOTE_REFUSED, "The remote system said no. Its reason is told.");
    /** The connector does not do this. */
    public static final ErrorCode NOT_SUPPORTED = new ErrorCode(
            "NOT_SUPPORTED", ErrorCode.Kind.USER, "The connector does not offer this. Do it in the remote system.");

    /** All of these, for {@link org.kontor.spi.Connector#errorCodes()}. */
    public static final List<ErrorCode> ALL =
            List.of(UNREACHABLE, BUSY, NO_REPLY, UNREADABLE, CREDENTIALS, REFUSED, NOT_SUPPORTED);

    private RemoteCodes() {}

    /** What is not offered; nothing was sent. */
    public static <T> Outcome<T> notSupported(String what) {
        return Outcome.refused(
                NOT_SUPPORTED.because("Do it in the remote system: this connector does not offer " + what + "."));
    }

    /** The outcome of a call that changes something. */
    public static <T> Outcome<T> outcome(
            Exchange exchange,
            Function<Exchange.Answered, Outcome<T>> whenGood,
            Function<Exchange.Answered, Problem> whenRefused) {
        if (exchange instanceof Exchange.NotSent) {
            return Outcome.notSent(UNREACHABLE.because("Try again: the remote system cannot be reached."));
        }
        if (!(exchange instanceof Exchange.Answered answer)) {
            return Outcome.unknown(NO_REPLY.because("Wait: Kontor asks the remote system what happened."));
        }
        if (answer.status() == 429) {
            return new Outcome.NotSent<>(
                    BUSY.because("Wait a little: the remote system takes no more calls now.", "429"),
                    answer.retryAfter(Clock.systemUTC().instant()));
        }
        try {
            if (answer.good()) {
                return whenGood.apply(answer);
            }
            if (answer.status() == 401 || answer.status() == 403) {
                return Outcome.refused(credentials(answer));
            }
            if (answer.status() / 100 == 4 && answer.status() != 408 && answer.status() != 409) {
                return Outcome.refused(whenRefused.apply(answer));
            }
        } catch (RuntimeException e) {
            return Outcome.unknown(unreadable(answer));
        }
        return Outcome.unknown(NO_REPLY.because(
                "Wait: Kontor asks the remote system what happened.", Integer.toString(answer.status())));
    }

    /**
     * What a reply to a reading call says.
     *
     * @throws ConnectorException when there was no reply, or not a good one that can be read
     */
    public static <T> T read(Exchange exchange, Function<Exchange.Answered, T> reader) throws ConnectorException {
        if (exchange instanceof Exchange.NotSent) {
            throw new ConnectorException(UNREACHABLE.because("Try again: the remote system cannot be reached."));
        }
        if (!(exchange instanceof Exchange.Answered answer)) {
            throw new ConnectorException(NO_REPLY.because("Try again: the remote system did not answer in time."));
        }
        Optional<Duration> retryAfter = answer.retryAfter(Clock.systemUTC().instant());
        String status = Integer.toString(answer.status());
        if (answer.status() == 429 || answer.status() / 100 == 5) {
            ErrorCode code = answer.status() == 429 ? BUSY : NO_REPLY;
            throw new ConnectorException(
                    code.because("Try again later: the remote system is busy.", status), retryAfter, null);
        }
        if (answer.status() == 401 || answer.status() == 403) {
            throw new ConnectorException(credentials(answer));
        }
        if (!answer.good()) {
            throw new ConnectorException(REFUSED.because("The remote system refused to tell.", status));
        }
        try {
            return reader.apply(answer);
        } catch (RuntimeException e) {
            // The parser's message may quote the reply, so it is not passed on.
            throw new ConnectorException(unreadable(answer));
        }
    }

    private static Problem credentials(Exchange.Answered answer) {
        return CREDENTIALS.because(
                "Enter the credentials of the connection again: the remote system does not accept them.",
                Integer.toString(answer.status()));
    }

    private static Problem unreadable(Exchange.Answered answer) {
        return UNREADABLE.because(
                "Update the connector: the reply of the remote system has another form.",
                Integer.toString(answer.status()));
    }
}
