package org.kontor.connectors.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** dates are read, or refused with the form they should have had, and never guessed. */
class DatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1988-05-01",
                "1988-05-01 00:00:00.000",
                "1988-05-01T00:00:00",
                "1988-05-01T00:00:00Z",
                "1988-05-01T00:00:00+02:00",
                "1988-05-01T23:59",
                "1988-05-01 13:30:15,5"
            })
    void theIsoFormIsReadWithOrWithoutATime(String text) {
        assertEquals(
                Optional.of(LocalDate.of(1988, 5, 1)), Dates.iso().read(text).date());
    }

    @Test
    void aLeapDayIsADay() {
        assertEquals(
                Optional.of(LocalDate.of(2000, 2, 29)),
                Dates.iso().read("2000-02-29").date());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05/01/1988|DATE_AMBIGUOUS|Write 1988-05-01 or 1988-01-05: \"05/01/1988\" can be read as either.",
                "5.1.1988|DATE_AMBIGUOUS|Write 1988-05-01 or 1988-01-05: \"5.1.1988\" can be read as either.",
                "05-01-1988 00:00|DATE_AMBIGUOUS|Write 1988-05-01 or 1988-01-05: \"05-01-1988 00:00\" can be read as either.",
                "05/01/88|DATE_AMBIGUOUS|Write the date as year-month-day with all four digits of the year, such as 1988-05-01.",
                "1988-04-30T22:00:00Z|DATE_AMBIGUOUS|Write the date alone, such as 1988-04-30: \"1988-04-30T22:00:00Z\" is another day elsewhere.",
                "12/25/1988|DATE_FORMAT|Write 1988-12-25: dates are year-month-day.",
                "25.12.1988|DATE_FORMAT|Write 1988-12-25: dates are year-month-day.",
                "5/5/1988|DATE_FORMAT|Write 1988-05-05: dates are year-month-day.",
                "1988/5/1|DATE_FORMAT|Write 1988-05-01: dates are year-month-day.",
                "1 May 1988|DATE_FORMAT|Write the date as year-month-day, such as 1988-05-01.",
                "32264|DATE_FORMAT|Write the date as year-month-day, such as 1988-05-01.",
                "1988-05-01 25:00|DATE_FORMAT|Write 1988-05-01: dates are year-month-day.",
                "1988-02-30|DATE_IMPOSSIBLE|Correct the date: there is no day \"1988-02-30\" in the calendar.",
                "31.02.1988|DATE_IMPOSSIBLE|Correct the date: there is no day \"31.02.1988\" in the calendar.",
                "1988/13/13|DATE_IMPOSSIBLE|Correct the date: there is no day \"1988/13/13\" in the calendar."
            })
    void anythingElseIsRefusedWithItsCure(String text, String code, String message) {
        Dates.Reading reading = Dates.iso().read(text);
        assertEquals(Optional.empty(), reading.date());
        assertEquals(code, reading.code());
        assertEquals(message, reading.message());
    }

    @Test
    void aDeclaredPatternIsReadToo() {
        Dates dates = Dates.iso().andPattern("dd.MM.uuuu");
        assertEquals(
                Optional.of(LocalDate.of(1988, 1, 5)), dates.read("05.01.1988").date());
        assertEquals(
                Optional.of(LocalDate.of(1988, 1, 5)), dates.read("1988-01-05").date());
        assertEquals("DATE_AMBIGUOUS", dates.read("05/01/1988").code());
        assertEquals("DATE_IMPOSSIBLE", dates.read("30.02.1988").code());
    }

    @Test
    void aPatternThatIsNoneIsRefusedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> Dates.iso().andPattern("bogus {"));
    }

    @Test
    void aLongTextIsNoDate() {
        assertEquals("DATE_FORMAT", Dates.iso().read("1".repeat(1_000_000)).code());
    }
}
