package org.kontor.web.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class RequestIdTest {

    @Test
    void aSaneIdIsKept() {
        assertEquals("trace-0123.A_b", RequestId.choose("trace-0123.A_b"));
    }

    @Test
    void oneThatCouldForgeALogLineIsReplaced() {
        for (String given : new String[] {"short", "a b c d e f g h", "12345678\nINFO forged", "x".repeat(65), ""}) {
            assertNotEquals(given, RequestId.choose(given));
        }
        assertEquals(16, RequestId.choose(null).length());
    }
}
