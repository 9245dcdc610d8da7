package org.kontor.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmountTextTest {

    @Test
    void readsWhatAFieldForNumbersSends() {
        assertEquals(Optional.of(new BigDecimal("0.5")), AmountText.read(".5"));
        assertEquals(Optional.of(new BigDecimal("1000")), AmountText.read("1e3"));
        assertEquals(Optional.of(new BigDecimal("0")), AmountText.read("0e999999999"));
        assertEquals(Optional.of(new BigDecimal("0.12345")), AmountText.read("0.12345"));
        assertEquals(Optional.of(new BigDecimal("-7.50")), AmountText.read("-7.50"));
        assertEquals(Optional.of(new BigDecimal("999999999999999")), AmountText.read("999999999999999"));
    }

    @Test
    void whatIsNoAmountIsNone() {
        for (String text : List.of(
                "",
                "much",
                ".",
                "-",
                "1,5",
                "1e99",
                "1e-40",
                "1e999999999",
                "1e2147483647",
                "9".repeat(61),
                "1000000000000000",
                "1 0")) {
            assertEquals(Optional.empty(), AmountText.read(text), text);
        }
    }
}
