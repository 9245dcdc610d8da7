package org.kontor.connectors.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @Test
    void exactNamesDifferInAnythingButBlanksAround() {
        assertEquals(Names.EXACT.key("FirstName"), Names.EXACT.key("\uFEFF FirstName\u00A0\u200B"));
        assertNotEquals(Names.EXACT.key("FirstName"), Names.EXACT.key("First Name"));
        assertNotEquals(Names.EXACT.key("FirstName"), Names.EXACT.key("firstname"));
    }

    @Test
    void liberalNamesDifferInLettersAndDigitsAlone() {
        assertEquals("email1value", Names.LIBERAL.key(" *E-mail 1 - Value"));
        assertEquals(Names.LIBERAL.key("Stra\u00DFe"), Names.LIBERAL.key("stra\u00DFe"));
        assertNotEquals(Names.LIBERAL.key("Phone 1"), Names.LIBERAL.key("Phone 2"));
    }

    @Test
    void lowerCaseIsThatOfTheJdkButATextOfAnyLengthTakesNoTime() {
        for (String text :
                new String[] {"FirstName", "\u0130S\u0130M", "\u039F\u0394\u039F\u03A3", "STRASSE \u00C4\u00DF", ""}) {
            assertEquals(text.toLowerCase(Locale.ROOT), Names.lower(text));
        }
        String name = "\u0130".repeat(400_000);
        assertEquals(
                800_000,
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> Names.lower(name).length()));
    }

    @ParameterizedTest
    @CsvSource({
        "firstname,firstname,0",
        "firstname,fristname,1",
        "firstname,firstnames,1",
        "firstname,firstnam,1",
        "firstname,furstnane,2",
        "birthday,birthdate,2",
        "state,street,3",
        "'',abc,3"
    })
    void theDistanceCountsLettersAddedRemovedReplacedOrSwapped(String a, String b, int distance) {
        assertEquals(distance, Names.distance(a, b, 5));
        assertEquals(distance, Names.distance(b, a, 5));
    }

    @Test
    void theDistanceIsNotCountedAboveTheLimit() {
        assertEquals(2, Names.distance("state", "street", 1));
        assertEquals(3, Names.distance("a", "a".repeat(1_000_000), 2));
    }
}
