package org.kontor.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Drafts;
import org.kontor.receivable.CreditPolicy;
import org.kontor.receivable.LedgerDesk;
import org.kontor.spi.Amount;
import org.kontor.testing.OnPostgres;

/** The balance of the accounting system beside what was recorded in Kontor (S4-46, S4-47, X-21). */
@OnPostgres
class AccountingBalanceTest {

    private final AccountingDesk desk = new AccountingDesk();
    private final LedgerDesk ledger = new LedgerDesk(desk.kontor);

    @AfterEach
    void close() {
        desk.close();
    }

    /** S4-46, S4-47, X-21: synced with its instant, what was added here since, and both together; the ledger is its own. */
    @Test
    void bothBooksStandBesideEachOther() throws Exception {
        long id = desk.linked("1", "Shop");
        ledger.invoice(id, "2026-11-20", "100");
        desk.books.invoiced("1", "100.00", "USD");
        desk.kontor.clock().advance(Duration.ofMinutes(5));
        desk.pull();
        Instant synced = desk.kontor.clock().instant();
        desk.kontor.clock().advance(Duration.ofMinutes(5));
        credit(id, "30");

        AccountingBalance now = balance(id);
        assertEquals("100.00", now.synced().toPlainString());
        assertEquals(synced, now.asOf());
        assertEquals("-30.00", now.delta().toPlainString());
        assertEquals("70.00", now.balance().toPlainString());
        assertEquals("70.00", now.ledger().toPlainString());
        assertEquals("0.00", now.difference().toPlainString());
        assertFalse(now.flagged());
        assertEquals("70.00", ledger.account(id).balance().toPlainString());
    }

    /** a difference is told at once and flagged when it is older than one sync, until both say the same. */
    @Test
    void aDifferenceThatLastsIsFlagged() throws Exception {
        long id = desk.linked("1", "Shop");
        ledger.invoice(id, "2026-11-20", "100");
        desk.books.invoiced("1", "100.00", "USD");
        desk.pull();
        desk.kontor.clock().advance(Duration.ofMinutes(5));
        credit(id, "30");
        desk.kontor.clock().advance(Duration.ofMinutes(5));
        desk.resync(id);
        Instant first = desk.kontor.clock().instant();

        assertEquals("-30.00", balance(id).difference().toPlainString());
        assertEquals("0.00", balance(id).delta().toPlainString());
        assertEquals("100.00", balance(id).balance().toPlainString());
        assertFalse(balance(id).flagged(), "it is not older than one sync");

        desk.kontor.clock().advance(Duration.ofMinutes(121));
        desk.resync(id);
        assertTrue(balance(id).flagged());
        assertEquals(Optional.of(first), balance(id).differsSince());

        desk.books.owed.put("1", List.of(Amount.of("70.00", "USD")));
        desk.resync(id);
        assertFalse(balance(id).flagged());
        assertEquals(Optional.empty(), balance(id).differsSince());
    }

    /** currencies are never added, and where the ledger has nothing there is nothing to compare. */
    @Test
    void currenciesStandApart() throws Exception {
        long id = desk.linked("1", "Shop");
        desk.books.owed.put("1", List.of(Amount.of("10.00", "EUR"), Amount.of("500", "JPY")));
        desk.resync(id);
        desk.kontor.clock().advance(Duration.ofDays(1));
        List<AccountingBalance> both = desk.accounting(id).balances();
        assertEquals(
                List.of("EUR 10.00 false", "JPY 500 false"),
                both.stream()
                        .map(b -> b.currency() + " " + b.balance().toPlainString() + " " + b.flagged())
                        .toList());
    }

    /** S4-46: without an accounting connection everything is as it was. */
    @Test
    void withoutAConnectionTheLedgerAloneCounts() throws Exception {
        long never = desk.customer(Drafts.business("Never"));
        assertFalse(desk.accounting(never).connected());
        long id = desk.linked("1", "Shop");
        desk.books.owed.put("1", List.of(Amount.of("10.00", "EUR")));
        desk.resync(id);
        assertTrue(desk.accounting(id).connected());
        desk.enable(false);
        assertFalse(desk.accounting(id).connected());
        assertEquals(List.of(), desk.accounting(id).balances());
    }

    private AccountingBalance balance(long id) {
        return desk.accounting(id).balances().get(0);
    }

    private void credit(long id, String amount) {
        ledger.credit(id, amount, Optional.of(CreditPolicy.OFF), Optional.empty());
    }
}
