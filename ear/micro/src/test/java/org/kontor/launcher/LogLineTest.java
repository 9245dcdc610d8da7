package org.kontor.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogLineTest {

    private String name = "";

    @BeforeEach
    void remember() {
        name = Thread.currentThread().getName();
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setName(name);
    }

    @Test
    void aLineNamesTheRequestThatIsBeingServed() {
        Thread.currentThread().setName("http-thread-pool::http-listener(3) request 0123456789abcdef");
        assertEquals(
                "WARNING 0123456789abcdef org.kontor.Part: It takes 3 seconds." + System.lineSeparator(),
                line(record()));
    }

    @Test
    void outsideOfRequestsThereIsADash() {
        Thread.currentThread().setName("kontor-jobs-1");
        assertEquals("WARNING - org.kontor.Part: It takes 3 seconds." + System.lineSeparator(), line(record()));
    }

    @Test
    void whatWasThrownStandsBelow() {
        LogRecord record = record();
        record.setThrown(new IllegalStateException("gone"));
        assertTrue(line(record).lines().skip(1).findFirst().orElseThrow().endsWith("IllegalStateException: gone"));
    }

    private static LogRecord record() {
        LogRecord record = new LogRecord(Level.WARNING, "It takes {0} seconds.");
        record.setParameters(new Object[] {3});
        record.setLoggerName("org.kontor.Part");
        return record;
    }

    /** Without the time. */
    private static String line(LogRecord record) {
        String line = new LogLine().format(record);
        assertTrue(line.matches("(?s)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4} .*"), line);
        return line.substring(line.indexOf(' ') + 1);
    }
}
