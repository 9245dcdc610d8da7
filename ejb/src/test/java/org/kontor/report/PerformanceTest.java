package org.kontor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class PerformanceTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-06-01");
    private static final LocalDate LAST = LocalDate.parse("2026-06-30");

    private final TestKontor kontor = new TestKontor();
    private final Ledger ledger = new Ledger(kontor);

    @AfterEach
    void close() {
        kontor.close();
    }

    /** The numbers of {@link FormulasTest#aWorkedMonth}, from a ledger. */
    @Test
    void theWorkedMonthFromTheLedger() {
        long acme = ledger.customer("Acme");
        long old = ledger.invoice(acme, "USD", "100000", "2026-05-01", 10);
        ledger.invoice(acme, "USD", "50000", "2026-06-10", 30);
        long early = ledger.invoice(acme, "USD", "10000", "2026-06-05", 10);
        ledger.pay(early, acme, "USD", "10000", "2026-06-20");
        ledger.apply(
                ledger.payment(acme, "USD", "80000", "2026-06-15"), old, "80000", "2026-06-15", "2026-06-15T12:00:00Z");
        ledger.invoice(acme, "EUR", "7.00", "2026-06-10", 30);

        List<KeyFigures> all = figures(FIRST, LAST);
        KeyFigures usd = all.get(1);

        assertEquals(
                List.of("EUR", "USD"), all.stream().map(KeyFigures::currency).toList());
        assertEquals(
                "100000.00 60000.00 70000.00 50000.00",
                usd.opening() + " " + usd.sales() + " " + usd.closing() + " " + usd.notDue());
        assertEquals("35.0", usd.dso().orElseThrow().toPlainString());
        assertEquals("25.0", usd.bestPossibleDso().orElseThrow().toPlainString());
        assertEquals("10.0", usd.addPortfolio().orElseThrow().toPlainString());
        assertEquals("81.8", usd.cei().orElseThrow().toPlainString());
        assertEquals("33.1", usd.countBackDso().orElseThrow().toPlainString()); // 30 + 10,000 / 100,000 × 31
        assertEquals("5.0", usd.addInvoices().orElseThrow().toPlainString());
        assertEquals(1, usd.invoicesPaid());
    }

    @Test
    void daysDelinquentOfInvoicesAreWeightedByAmountAndEarlyIsNotNegative() {
        long acme = ledger.customer("Acme");
        ledger.pay(ledger.invoice(acme, "USD", "100", "2026-05-01", 30), acme, "USD", "100", "2026-06-10"); // 10 late
        ledger.pay(ledger.invoice(acme, "USD", "300", "2026-05-01", 60), acme, "USD", "300", "2026-06-10"); // early
        ledger.pay(ledger.invoice(acme, "USD", "900", "2026-01-01", 30), acme, "USD", "900", "2026-05-30"); // before
        long part = ledger.invoice(acme, "USD", "500", "2026-01-01", 30);
        ledger.apply(ledger.payment(acme, "USD", "1", "2026-06-02"), part, "1", "2026-06-02", "2026-06-02T12:00:00Z");

        KeyFigures usd = figures(FIRST, LAST).get(0);

        assertEquals("2.5", usd.addInvoices().orElseThrow().toPlainString());
        assertEquals(2, usd.invoicesPaid());
        assertTrue(usd.dso().isEmpty());
    }

    /** Although it is kept by the day on which they are paid as things are now. */
    @Test
    void whatWasPaidInAPeriodIsWhatWasPaidAtItsEnd() {
        long acme = ledger.customer("Acme");
        long again = ledger.invoice(acme, "USD", "100", "2026-05-01", 30);
        long payment = ledger.payment(acme, "USD", "100", "2026-06-10");
        ledger.apply(payment, again, "100", "2026-06-10", "2026-06-10T12:00:00Z"); // 10 late
        ledger.apply(payment, again, "-100", "2026-07-03", "2026-07-03T12:00:00Z");
        long late = ledger.invoice(acme, "USD", "300", "2026-05-01", 30);
        ledger.pay(late, acme, "USD", "100", "2026-06-11");
        ledger.pay(late, acme, "USD", "200", "2026-07-20"); // 50 late

        assertEquals(List.of("1 10.0", "0 -"), paid(FIRST, LAST, LAST.plusDays(1), LAST.plusDays(4)));
        assertEquals(
                List.of("1 50.0", "0 -"),
                paid(LAST.plusDays(1), LAST.plusDays(31), LAST.plusDays(2), LAST.plusDays(3)));
        ledger.apply(payment, again, "100", "2026-07-05", "2026-07-05T12:00:00Z");
        assertEquals(List.of("1 10.0", "1 35.0"), paid(FIRST, LAST, LAST.plusDays(1), LAST.plusDays(6)));
        assertEquals(
                "46.3",
                figures(FIRST, LAST.plusDays(31))
                        .get(0)
                        .addInvoices()
                        .orElseThrow()
                        .toPlainString());
    }

    /** How many were paid in two periods, and how late. */
    private List<String> paid(LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo) {
        return Stream.of(figures(from, to), figures(otherFrom, otherTo))
                .map(all -> all.get(0).invoicesPaid() + " "
                        + all.get(0)
                                .addInvoices()
                                .map(BigDecimal::toPlainString)
                                .orElse("-"))
                .toList();
    }

    @Test
    void anInvoiceIsExpectedWhenTheCustomerUsuallyPays() {
        long acme = ledger.customer("Acme");
        ledger.pay(ledger.invoice(acme, "USD", "1", "2026-01-01", 30), acme, "USD", "1", "2026-02-04"); // 4 late
        ledger.pay(ledger.invoice(acme, "USD", "1", "2026-02-01", 28), acme, "USD", "1", "2026-03-11"); // 10 late
        ledger.invoice(acme, "USD", "9.00", "2026-06-01", 29);
        long fresh = ledger.customer("Fresh");
        ledger.invoice(fresh, "USD", "9.00", "2026-06-01", 29);

        ExpectedPayment known = expected(acme).get(0);
        ExpectedPayment unknown = expected(fresh).get(0);

        assertEquals(Optional.of(LocalDate.parse("2026-07-07")), known.expectedOn());
        assertEquals(
                "2 7.0 4.2",
                known.paidInvoices() + " " + known.meanDelay().orElseThrow() + " "
                        + known.spread().orElseThrow());
        assertEquals(Optional.empty(), unknown.expectedOn());
        assertEquals(0, unknown.paidInvoices());
        assertThrows(AppException.class, () -> expected(999_999));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        assertEquals(
                "to",
                assertThrows(AppException.class, () -> figures(LAST, FIRST))
                        .errors()
                        .get(0)
                        .field());
    }

    private List<KeyFigures> figures(LocalDate from, LocalDate to) {
        return kontor.asSystem(() -> kontor.get(Performance.class).figures(from, to, Optional.empty()));
    }

    private List<ExpectedPayment> expected(long customer) {
        return kontor.asSystem(() -> kontor.get(Performance.class).expected(customer));
    }
}
