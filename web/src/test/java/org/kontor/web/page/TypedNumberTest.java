package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** S4-71: amounts as people of a language type them; what could mean two amounts is not guessed. */
class TypedNumberTest {

    @Test
    void eachLanguageIsReadAsItIsWritten() {
        reads("1234.50", Locale.GERMAN, "1.234,50", "1234,50", "1234.50", "1,234.50", "1 234,50", "1\u00a0234,50");
        reads("1234.50", Locale.ENGLISH, "1,234.50", "1234.50", "1234,50", "1.234,50", "1’234.50");
        reads("-12.5", Locale.GERMAN, "-12,5", "\u221212,5", "-12.5");
        reads("1234567", Locale.GERMAN, "1.234.567", "1,234,567", "1234567");
        reads("0.125", Locale.GERMAN, "0,125", "0.125");
        reads("12.345", Locale.GERMAN, "12,345");
        reads("12.345", Locale.ENGLISH, "12.345");
        reads("0.5", Locale.GERMAN, ",5", ".5");
        reads("1234.567", Locale.ENGLISH, "1234.567", "1234,567");
    }

    @Test
    void whatCouldBeTwoAmountsIsNotGuessed() {
        TypedNumber.Doubtful german =
                assertInstanceOf(TypedNumber.Doubtful.class, TypedNumber.read("1.234", Locale.GERMAN));
        assertEquals(new BigDecimal("1234"), german.asThousands());
        assertEquals(new BigDecimal("1.234"), german.asFraction());
        assertInstanceOf(TypedNumber.Doubtful.class, TypedNumber.read("12,500", Locale.ENGLISH));
    }

    @Test
    void whatIsNoNumberIsNone() {
        for (String text : List.of(
                "",
                "-",
                ",",
                ".",
                "abc",
                "1e5",
                "1.23.456",
                "12,34,5",
                "1.234,567,8",
                "1,2.3,4",
                "1-2",
                "1.2345,6",
                "--1",
                "1".repeat(31))) {
            assertInstanceOf(TypedNumber.None.class, TypedNumber.read(text, Locale.GERMAN), text);
        }
    }

    @Test
    void whatIsPutIntoAnInputIsReadAgain() {
        for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            for (String number : List.of("1234.500", "0.001", "-7", "1000", "12.345")) {
                BigDecimal value = new BigDecimal(number);
                assertEquals(
                        new TypedNumber.Value(value),
                        TypedNumber.read(TypedNumber.write(value, locale), locale),
                        number + " " + locale);
            }
        }
    }

    private static void reads(String expected, Locale locale, String... typed) {
        for (String text : typed) {
            assertEquals(
                    new TypedNumber.Value(new BigDecimal(expected)),
                    TypedNumber.read(text, locale),
                    text + " " + locale);
        }
    }
}
