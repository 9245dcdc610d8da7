package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.spi.Connector;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;
import org.kontor.spi.SettingProblem;
import org.kontor.spi.Settings;

/** What a connector with settings must hold: each is described, checked, used and, where secret, never seen. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public interface ConfigurationContract {

    /** The connector under test. */
    Connector testee();

    /** Settings with which it works; the required ones at least. */
    Map<String, String> goodSettings();

    /**
     * For each setting: a value other than the usual one, and how a call shows that it is used. The function is given settings
     * with that value and answers anything that is not equal to what it answers without it, such as the request that arrived.
     */
    Map<String, Use> uses();

    /** CF01: a form is made of them. */
    @Test
    default void required_CF01_goodSettingsAreAccepted() {
        assertFalse(testee().settings().isEmpty(), "a connector without settings needs no configuration contract");
        assertEquals(List.of(), Settings.problems(testee().settings(), goodSettings()));
        assertEquals(List.of(), testee().check(settings(goodSettings())));
    }

    /** CF02: a typing error must not be taken for a setting that is not set. */
    @Test
    default void required_CF02_anUnknownSettingIsRefused() {
        Map<String, String> more = new HashMap<>(goodSettings());
        more.put("qwxUnknown", "x");
        assertTrue(
                Settings.problems(testee().settings(), more).stream()
                        .anyMatch(problem -> problem.key().equals("qwxUnknown")),
                "the unknown setting passed");
        assertTrue(
                testee().settings().stream().noneMatch(setting -> setting.key().equals("qwxUnknown")));
    }

    /** CF03. */
    @Test
    default void required_CF03_aRequiredSettingIsMissed() {
        for (Setting setting : testee().settings()) {
            if (setting.required()) {
                Map<String, String> fewer = new HashMap<>(goodSettings());
                assertNotNull(fewer.remove(setting.key()), "goodSettings() lacks " + setting.key());
                assertFalse(Settings.problems(testee().settings(), fewer).isEmpty(), setting.key());
            }
        }
    }

    /** CF04: what has neither a default nor must be given may be left out, and nothing breaks. */
    @Test
    default void required_CF04_theDefaultsAloneWork() {
        Map<String, String> least = new HashMap<>(goodSettings());
        testee().settings().stream()
                .filter(setting -> !setting.required())
                .forEach(setting -> least.remove(setting.key()));
        assertEquals(List.of(), testee().check(settings(least)));
    }

    /** CF05: a setting that nobody reads is a lie. */
    @Test
    default void required_CF05_everySettingIsUsed() {
        assertAll(testee().settings().stream().map(setting -> () -> {
            Use use = uses().get(setting.key());
            assertNotNull(use, "uses() does not show what " + setting.key() + " does");
            Map<String, String> other = new HashMap<>(goodSettings());
            other.put(setting.key(), use.otherValue());
            assertNotEquals(
                    use.effect().of(settings(goodSettings())),
                    use.effect().of(settings(other)),
                    setting.key() + " changes nothing");
        }));
    }

    /** CF06: in no answer, no exception, no log, whatever goes wrong. */
    @Test
    default void required_CF06_noSecretIsSeen() {
        Map<String, String> values = new HashMap<>(goodSettings());
        List<String> secrets = new ArrayList<>();
        for (Setting setting : testee().settings()) {
            if (setting.secret()) {
                String secret = "kit-hush-" + setting.key() + "-Z9";
                values.put(setting.key(), secret);
                secrets.add(secret);
            }
        }
        String seen = whatIsSeen(log -> {
            Settings settings = settings(values);
            log.append(settings).append(testee()).append(testee().settings());
            KitConnection connection = KitConnection.of(testee().settings(), values);
            log.append(connection)
                    .append(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> testee().test(connection)));
            for (SettingProblem problem : testee().check(settings)) {
                log.append(problem);
            }
        });
        for (String secret : secrets) {
            assertFalse(seen.contains(secret), () -> "a secret is seen: " + seen.replace("\n", " | "));
        }
    }

    /** CF07: somebody pressed Test and waits. */
    @Test
    default void required_CF07_testAnswersWithinItsTimeAndSaysWhyNot() {
        KitConnection connection =
                KitConnection.of(testee().settings(), goodSettings()).within(Duration.ofMillis(500));
        Health health = assertTimeoutPreemptively(
                Duration.ofSeconds(3), () -> assertDoesNotThrow(() -> testee().test(connection)));
        assertTrue(health.state() == Health.State.UP || !health.detail().isBlank(), "down without a reason");
    }

    /** CF08: operators look codes up. */
    @Test
    default void required_CF08_errorCodesAreDifferent() {
        List<ErrorCode> codes = testee().errorCodes();
        assertEquals(
                codes.size(), codes.stream().map(ErrorCode::code).distinct().count(), "two codes are the same");
    }

    private Settings settings(Map<String, String> values) {
        return Settings.of(testee().settings(), values);
    }

    private static String whatIsSeen(Consumer<Seen> work) {
        Seen seen = new Seen();
        Level before = Seen.LOGS.getLevel();
        Seen.LOGS.setLevel(Level.ALL);
        Seen.LOGS.addHandler(seen);
        try {
            work.accept(seen);
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            seen.append(trace);
        } finally {
            Seen.LOGS.removeHandler(seen);
            Seen.LOGS.setLevel(before);
        }
        return seen.text();
    }

    /**
     * How a setting shows.
     *
     * @param otherValue an allowed value that is not the usual one
     * @param effect what can be observed
     */
    record Use(String otherValue, Effect effect) {}

    /** What can be observed of settings. */
    @FunctionalInterface
    interface Effect {
        /** Anything with {@code equals}. */
        Object of(Settings settings);
    }

    /** Collects what comes to light. */
    final class Seen extends Handler {

        /** Above every logger, whoever's name it has. Held here: a logger that nobody holds is forgotten, with its level. */
        private static final Logger LOGS = Logger.getLogger("");

        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        Seen append(Object what) {
            texts.add(String.valueOf(what));
            return this;
        }

        String text() {
            return String.join("\n", texts);
        }

        @Override
        public void publish(LogRecord entry) {
            texts.add(formatter.format(entry));
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
