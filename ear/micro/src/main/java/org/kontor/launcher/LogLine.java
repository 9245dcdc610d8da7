package org.kontor.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One line of Kontor's log: time, level, the id of the request that is being served (a dash outside of requests), the logger,
 * the message; a stack trace follows below. The id is the one that the caller finds in the answer.
 */
public final class LogLine extends Formatter {

    /** Kontor's edge puts it, and the id, at the end of a thread's name as long as the thread serves a request. */
    private static final String REQUEST = " request ";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneId.systemDefault());

    /** For the configuration of java.util.logging, which names this class. */
    public LogLine() {
        // Nothing to set: see above.
    }

    @Override
    public String format(LogRecord record) {
        StringBuilder line = new StringBuilder(200)
                .append(TIME.format(record.getInstant()))
                .append(' ')
                .append(record.getLevel().getName())
                .append(' ')
                .append(request(Thread.currentThread().getName()))
                .append(' ')
                .append(record.getLoggerName())
                .append(": ")
                .append(formatMessage(record));
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            line.append(System.lineSeparator()).append(trace.toString().stripTrailing());
        }
        return line.append(System.lineSeparator()).toString();
    }

    private static String request(String thread) {
        int at = thread.lastIndexOf(REQUEST);
        return at < 0 ? "-" : thread.substring(at + REQUEST.length());
    }
}
