package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Connectors;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;

/** What every connector tells of itself. */
public interface ConnectorContract {

    /** The connector under test. */
    Connector testee();

    /** CN01: operators and the REST interface name the connector by its id. */
    @Test
    default void required_CN01_theIdHasLowerCaseLettersDigitsAndHyphens() {
        assertTrue(Connectors.isId(testee().id()), () -> "\"" + testee().id() + "\" is no id");
    }

    /** CN02. */
    @Test
    default void required_CN02_nameAndVersionAreNotBlank() {
        assertAll(
                () -> assertFalse(testee().name().isBlank(), "name()"),
                () -> assertFalse(testee().version().isBlank(), "version()"));
    }

    /** CN03. */
    @Test
    default void required_CN03_theSpiVersionIsCompatible() {
        assertTrue(Connectors.isCompatible(testee().spiVersion()), testee()::spiVersion);
    }

    /** CN04: Kontor may ask at any time and compares. */
    @Test
    default void required_CN04_thereIsACapabilityAndItIsAlwaysTheSameObject() {
        List<Capability> first = testee().capabilities();
        Connector connector = testee();
        List<Capability> again = connector.capabilities();
        List<Capability> andAgain = connector.capabilities();
        assertFalse(first.isEmpty(), "capabilities() is empty");
        assertEquals(again.size(), andAgain.size());
        for (int i = 0; i < again.size(); i++) {
            assertSame(again.get(i), andAgain.get(i));
        }
    }

    /** CN05. */
    @Test
    default void required_CN05_capabilitiesHaveIdsOfTheirOwnAndNames() {
        List<Capability> capabilities = testee().capabilities();
        assertEquals(
                capabilities.size(),
                capabilities.stream().map(Capability::id).distinct().count(),
                "two capabilities have the same id");
        assertAll(capabilities.stream()
                .map(capability -> () -> assertTrue(
                        Connectors.isId(capability.id()) && !capability.name().isBlank(),
                        "\"" + capability.id() + "\" is no id or has no name")));
    }

    /** CN06: a form is made of the settings; what one setting must have is checked where it is made. */
    @Test
    default void required_CN06_settingsHaveKeysOfTheirOwn() {
        List<Setting> settings = testee().settings();
        assertEquals(
                settings.size(),
                settings.stream().map(Setting::key).distinct().count(),
                "two settings have the same key");
    }

    /** CN07: health is asked while somebody waits. */
    @Test
    default void required_CN07_healthAnswersWithinTwoSecondsAndSaysWhyItIsDown() {
        Health health = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> testee().health());
        assertTrue(
                health.state() == Health.State.UP || !health.detail().isBlank(),
                "A connector that is down must say why and what to do");
    }
}
