package org.kontor.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.accounting.AccountingDesk.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.accounting.SyncedChange.Subject;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.Amount;
import org.kontor.testing.OnPostgres;

/** Reading one customer again (S4-29, S4-30). */
@OnPostgres
class ResyncTest {

    private final AccountingDesk desk = new AccountingDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    /** S4-29, S4-30: only this customer, told field by field; the second time nothing changes. */
    @Test
    void oneCustomerIsReadAgainAndWhatChangedIsTold() throws Exception {
        long id = desk.linked("1", "Shop");
        long other = desk.linked("2", "Other");
        desk.books.customer(
                "1", "A-1", profile("Shop AB").email("new@shop.example").website("shop.example"));
        desk.books.customer("2", "A-2", profile("Other AB"));
        desk.books.people.put("1", List.of(BooksInMemory.person("p1", "Ann", "Berg", "ann@shop.example")));
        desk.books.owed.put("1", List.of(Amount.of("12.50", "USD")));
        desk.books.asked.clear();

        ResyncReport report = desk.resync(id);

        assertEquals(List.of(Set.of("1")), desk.books.asked);
        Map<String, Change> changed = report.changes().stream()
                .collect(Collectors.toMap(c -> c.subject() + " " + c.field(), c -> new Change(c.before(), c.after())));
        assertEquals(new Change("Shop", "Shop AB"), changed.get("CUSTOMER companyName"));
        assertEquals(new Change("", "new@shop.example"), changed.get("CUSTOMER emails"));
        assertEquals(new Change("", "Ann Berg"), changed.get("CONTACT name"));
        assertEquals(new Change("", "12.50"), changed.get("BALANCE USD"));
        assertEquals("Other", desk.show(other).companyName());
        assertEquals(1, desk.history(id, "customer.synced").size());
        assertEquals(
                new Change("Shop", "Shop AB"),
                desk.history(id, "customer.synced").get(0).changes().get("companyName"));

        CustomerView before = desk.show(id);
        assertEquals(List.of(), desk.resync(id).changes());
        assertEquals(before, desk.show(id));
        assertEquals(1, desk.history(id, "customer.synced").size());
    }

    /** S4-30: what is blank there empties nothing here, and what would break a rule is left and told. */
    @Test
    void blankEmptiesNothingAndWrongIsLeft() throws Exception {
        long id = desk.customer(Drafts.business("Shop")
                .accountNumber("A-1")
                .emails("ann@shop.example")
                .website("https://shop.example"));
        desk.books.customer("1", "A-1", profile(""));
        desk.pull();
        assertEquals("Shop", desk.show(id).companyName());
        assertEquals(List.of("ann@shop.example"), desk.show(id).emails());

        desk.books.customer("1", "A-1", profile("Shop AB").email("not an address"));
        ResyncReport report = desk.resync(id);
        assertEquals(
                Set.of("companyName", "displayName"),
                report.changes().stream().map(SyncedChange::field).collect(Collectors.toSet()));
        assertEquals(List.of("Correct emails there: it breaks a rule of Kontor."), report.left());
        assertEquals(List.of("ann@shop.example"), desk.show(id).emails());
    }

    /** S4-29: without a connection, without a link and where it cannot be told of one, the reason is said. */
    @Test
    void itIsRefusedWithTheReason() throws Exception {
        long id = desk.linked("1", "Shop");
        long unknown = desk.customer(Drafts.business("Unknown"));
        assertEquals("NOT_IN_ACCOUNTING", refused(unknown, ErrorKind.CONFLICT));
        assertEquals("CUSTOMER_NOT_FOUND", refused(999_999, ErrorKind.ABSENT));
        desk.books.tells = false;
        assertEquals("NO_SINGLE_CUSTOMER", refused(id, ErrorKind.CONFLICT));
        desk.books.tells = true;
        desk.enable(false);
        assertEquals("NO_ACCOUNTING", refused(id, ErrorKind.CONFLICT));
        desk.enable(true);
        desk.books.customers.remove("1");
        assertEquals("GONE_IN_ACCOUNTING", refused(id, ErrorKind.CONFLICT));
    }

    /** S4-29: a call that fails loses nothing and says what to do. */
    @Test
    void aFailedCallLosesNothing() throws Exception {
        long id = desk.linked("1", "Shop");
        desk.books.owed.put("1", List.of(Amount.of("5.00", "EUR")));
        desk.resync(id);
        AccountingView before = desk.accounting(id);
        desk.books.customer("1", "A-1", profile("Shop AB"));
        desk.books.failures = 1;

        AppException failed = assertThrows(AppException.class, () -> desk.resync(id));

        assertEquals(ErrorKind.REMOTE, failed.kind());
        assertEquals("Our books was asked, and nothing was changed. Try later: it is away.", failed.getMessage());
        assertEquals("Shop", desk.show(id).companyName());
        assertEquals(before, desk.accounting(id));
    }

    /** S4-29, S4-46: who may not see what is owed is not told it by the answer either. */
    @Test
    void theAnswerTellsWhatTheCallerMaySee() throws Exception {
        long id = desk.linked("1", "Shop");
        desk.books.owed.put("1", List.of(Amount.of("5.00", "EUR")));
        desk.books.customer("1", "A-1", profile("Shop AB"));
        Caller clerk = new Caller(7, "clerk", Set.of("sync:customer", "read:customer"));
        ResyncReport report =
                desk.kontor.as(clerk, () -> desk.kontor.get(Resyncs.class).resync(id));
        assertTrue(report.changes().stream().anyMatch(c -> c.field().equals("companyName")));
        assertFalse(report.changes().stream().anyMatch(c -> c.subject() == Subject.BALANCE));
    }

    private String refused(long customer, ErrorKind kind) {
        AppException refused = assertThrows(AppException.class, () -> desk.resync(customer));
        assertEquals(kind, refused.kind());
        return refused.code();
    }
}
