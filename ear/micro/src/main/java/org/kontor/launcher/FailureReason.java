package org.kontor.launcher;

import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the log while something is deployed, to know why it was not: the server writes the reason there and answers
 * a bare no.
 */
final class FailureReason extends Handler {

    private static final int DEEPEST = 40;

    private @Nullable String fromKontor;
    private @Nullable String fromElsewhere;

    FailureReason() {
        setLevel(Level.WARNING);
    }

    /** What the application said, else what the server said first; one line. */
    synchronized Optional<String> line() {
        return Optional.ofNullable(fromKontor != null ? fromKontor : fromElsewhere);
    }

    /** The reason in a chain of causes: the innermost exception that Kontor's own code threw, else the innermost of all. */
    static String of(Throwable thrown) {
        Throwable kontors = kontors(thrown);
        return kontors != null ? message(kontors) : message(innermost(thrown));
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        Throwable thrown = entry.getThrown();
        if (thrown == null) {
            return;
        }
        Throwable kontors = kontors(thrown);
        if (kontors != null && fromKontor == null) {
            fromKontor = message(kontors);
        } else if (fromElsewhere == null && entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            fromElsewhere = message(innermost(thrown));
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private static @Nullable Throwable kontors(Throwable thrown) {
        Throwable found = null;
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            StackTraceElement[] trace = each.getStackTrace();
            if (trace.length > 0 && trace[0].getClassName().startsWith("org.kontor.") && each.getMessage() != null) {
                found = each;
            }
            each = each.getCause();
        }
        return found;
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable each = thrown;
        for (int depth = 0; each.getCause() != null && depth < DEEPEST; depth++) {
            each = each.getCause();
        }
        return each;
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank()
                ? thrown.getClass().getName()
                : message.replaceAll("\\s+", " ").strip();
    }
}
