package org.kontor.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts with their separator in them stay one. */
class EscapedListTest {

    @Test
    void whatIsJoinedIsSplitAsItWas() {
        for (List<String> texts : List.of(
                List.of("Gold", "Silver"),
                List.of("Acme, Inc.", "Gold"),
                List.of("back\\slash", "two\\\\", "\\, odd", ",", "\\"))) {
            assertEquals(texts, EscapedList.split(EscapedList.join(texts, ','), ','));
        }
    }

    @Test
    void whatWasWrittenWithoutIsReadAsBefore() {
        assertEquals(List.of("Gold", "Silver"), EscapedList.split(" Gold, ,Silver,", ','));
        assertEquals(List.of("a\\b"), EscapedList.split("a\\b", ','));
        assertEquals(List.of(), EscapedList.split("", ','));
    }
}
