package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measures against values that the field has published. */
class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "martha,marhta,0.961",
        "dwayne,duane,0.840",
        "dixon,dicksonx,0.813",
        "same,same,1.0",
        "abc,xyz,0.0",
        "'',abc,0.0",
        "'','',0.0"
    })
    void namesAreAsAlikeAsJaroAndWinklerSay(String a, String b, double expected) {
        assertEquals(expected, Likeness.jaroWinkler(a, b), 0.001);
        assertEquals(expected, Likeness.jaroWinkler(b, a), 0.001);
    }

    @ParameterizedTest
    @CsvSource({
        "19710624,19710624,0",
        "19710624,19700624,1",
        "19710624,17910624,1",
        "kitten,sitting,3",
        "ca,abc,3",
        "abcdefgh,zzzzzzzz,4",
        "a,abcdefgh,4"
    })
    void editsAreCountedUpToALimit(String a, String b, int expected) {
        assertEquals(expected, Likeness.edits(a, b, 3));
        assertEquals(expected, Likeness.edits(b, a, 3));
    }

    @ParameterizedTest
    @CsvSource({"robert,r163", "rupert,r163", "ashcraft,a261", "tymczak,t522", "pfister,p236", "honeyman,h555", "'',''"
    })
    void namesSoundAsSoundexSays(String name, String expected) {
        assertEquals(expected, Likeness.sound(name));
    }
}
