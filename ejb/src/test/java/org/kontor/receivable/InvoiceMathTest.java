package org.kontor.receivable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InvoiceMathTest {

    @Test
    void taxIsAddedToPricesWithoutIt() {
        InvoiceMath.Total total = of(TaxRounding.LINE, false, line("3", "19.99", "10", "19"));

        assertEquals("53.97", total.net().toPlainString());
        assertEquals("10.25", total.tax().toPlainString());
        assertEquals("64.22", total.gross().toPlainString());
    }

    @Test
    void taxIsTakenOutOfPricesWithIt() {
        InvoiceMath.Total total = of(TaxRounding.LINE, true, line("1", "119.00", "0", "19"));

        assertEquals("100.00", total.net().toPlainString());
        assertEquals("19.00", total.tax().toPlainString());
    }

    /** Three times 0.05 at 10 %: 0.005 each rounds up to 0.01, 0.015 together rounds to 0.02. */
    @Test
    void roundingPerLineAndPerTotalDiffer() {
        InvoiceMath.Line each = line("1", "0.05", "0", "10");

        assertEquals("0.03", of(TaxRounding.LINE, false, each, each, each).tax().toPlainString());
        assertEquals(
                "0.02", of(TaxRounding.TOTAL, false, each, each, each).tax().toPlainString());
    }

    @Test
    void yenHasNoDecimalsAndDinarsHaveThree() {
        assertEquals(
                "110",
                InvoiceMath.of(List.of(line("1", "99.6", "0", "10")), 0, TaxRounding.LINE, false)
                        .gross()
                        .toPlainString());
        assertEquals(
                "1.359",
                InvoiceMath.of(List.of(line("1", "1.2345", "0", "10")), 3, TaxRounding.LINE, false)
                        .gross()
                        .toPlainString());
    }

    /** Whatever the lines: parts add up, the tax of a rate is rounded once or per line, and is within half a unit of the exact one. */
    @Test
    void randomDocumentsAddUp() {
        Random random = new Random(20261122);
        String[] rates = {"0", "5.5", "7", "8.875", "19", "20"};
        for (int run = 0; run < 20_000; run++) {
            int digits = random.nextInt(4);
            boolean included = random.nextBoolean();
            TaxRounding rounding = TaxRounding.values()[random.nextInt(2)];
            List<InvoiceMath.Line> lines = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                lines.add(new InvoiceMath.Line(
                        new BigDecimal(random.nextInt(2_000_000) - 200_000).movePointLeft(random.nextInt(4)),
                        new BigDecimal(random.nextInt(10_000_000)).movePointLeft(random.nextInt(7)),
                        new BigDecimal(random.nextInt(101)),
                        new BigDecimal(rates[random.nextInt(rates.length)])));
            }
            check(lines, digits, rounding, included, InvoiceMath.of(lines, digits, rounding, included));
        }
    }

    private static void check(
            List<InvoiceMath.Line> lines, int digits, TaxRounding rounding, boolean included, InvoiceMath.Total total) {
        BigDecimal half = new BigDecimal("0.5").movePointLeft(digits);
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            InvoiceMath.Line line = lines.get(i);
            InvoiceMath.LineTotal priced = total.lines().get(i);
            net = net.add(priced.net());
            tax = tax.add(priced.tax());
            BigDecimal exact = line.quantity()
                    .multiply(line.unitPrice())
                    .multiply(new BigDecimal(100).subtract(line.discount()))
                    .movePointLeft(2);
            BigDecimal amount = included ? priced.net().add(priced.tax()) : priced.net();
            assertTrue(amount.subtract(exact).abs().compareTo(half) <= 0, () -> line + " -> " + priced);
            assertEquals(digits, priced.net().scale());
            assertEquals(digits, priced.tax().scale());
        }
        assertEquals(0, net.compareTo(total.net()));
        assertEquals(0, tax.compareTo(total.tax()));
        BigDecimal ofRates = BigDecimal.ZERO;
        for (TaxShare share : total.taxes()) {
            ofRates = ofRates.add(share.tax());
            if (rounding == TaxRounding.TOTAL) {
                BigDecimal base = included ? share.net().add(share.tax()) : share.net();
                BigDecimal exact = included
                        ? base.multiply(share.rate())
                                .divide(share.rate().add(new BigDecimal(100)), 30, RoundingMode.HALF_EVEN)
                        : base.multiply(share.rate()).movePointLeft(2);
                assertTrue(share.tax().subtract(exact).abs().compareTo(half) <= 0, share::toString);
            }
        }
        assertEquals(0, ofRates.compareTo(total.tax()));
    }

    private static InvoiceMath.Total of(TaxRounding rounding, boolean included, InvoiceMath.Line... lines) {
        return InvoiceMath.of(List.of(lines), 2, rounding, included);
    }

    private static InvoiceMath.Line line(String quantity, String price, String discount, String rate) {
        return new InvoiceMath.Line(
                new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(discount), new BigDecimal(rate));
    }
}
