package org.kontor.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorsTest {

    @Test
    void aConnectorIsBoundUnderItsId() {
        assertEquals("kontor/connectors/csv-rev23", Connectors.jndiName("csv-rev23"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "csv-rev23", "2", "a-b-c"})
    void lettersDigitsAndSingleHyphensMakeAnId(String id) {
        assertTrue(Connectors.isId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "CSV", "a_b", "a--b", "-a", "a-", "a/b", "a.b", "ä", "a\n"})
    void anythingElseIsNoId(String id) {
        assertFalse(Connectors.isId(id));
    }

    @Test
    void anIdHasAtMostSixtyCharacters() {
        assertTrue(Connectors.isId("a".repeat(60)));
        assertFalse(Connectors.isId("a".repeat(61)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.7", "1"})
    void theSameMajorVersionIsCompatible(String version) {
        assertTrue(Connectors.isCompatible(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "0.9", "10.0", "", "x"})
    void anotherMajorVersionIsNot(String version) {
        assertFalse(Connectors.isCompatible(version));
    }
}
