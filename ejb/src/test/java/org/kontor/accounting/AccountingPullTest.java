package org.kontor.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.accounting.AccountingDesk.profile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.accounting.AccountingLink.FoundBy;
import org.kontor.connector.PullsFrom.Problem;
import org.kontor.customer.Drafts;
import org.kontor.lifecycle.ErasureJob;
import org.kontor.lifecycle.Erasures;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.Merges;
import org.kontor.suppression.Identity;
import org.kontor.suppression.Suppressions;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestJobRun;

/** Who a record of the accounting system is, and what is read of them by itself (S4-46). */
@OnPostgres
class AccountingPullTest {

    private final AccountingDesk desk = new AccountingDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    /** S4-46: by the external id, else the account number, else the e-mail address; never a guess between two. */
    @Test
    void customersAreFoundAndNeverGuessed() throws Exception {
        long byId = desk.customer(
                Drafts.business("One").externalId("books-test", "customer", "1").accountNumber("N-1"));
        long byNumber = desk.customer(Drafts.business("Two").accountNumber("N-2"));
        long byEmail = desk.customer(Drafts.business("Three").emails("x@y.example", "Three@shop.example"));
        desk.customer(Drafts.business("Four").emails("four@shop.example"));
        desk.customer(Drafts.business("Also four").emails("four@shop.example"));
        desk.books
                .customer("1", "N-2", profile("One"))
                .customer("2", "N-2", profile("Two"))
                .customer("3", "", profile("Three").email("THREE@shop.example"))
                .customer("4", "", profile("Four").email("four@shop.example"))
                .customer("5", "N-5", profile("Nobody here"))
                .customer("6", "N-2", profile("Two again"));

        desk.pull();

        assertEquals(FoundBy.EXTERNAL_ID, link(byId).foundBy());
        assertEquals(FoundBy.ACCOUNT_NUMBER, link(byNumber).foundBy());
        assertEquals("2", link(byNumber).remoteId());
        assertEquals(FoundBy.EMAIL, link(byEmail).foundBy());
        assertEquals(Map.of("4", "CUSTOMER_AMBIGUOUS", "5", "CUSTOMER_NOT_LINKED", "6", "CUSTOMER_LINKED"), problems());

        long late = desk.customer(Drafts.business("Nobody here").externalId("Our books", "customer", "5"));
        desk.fromStart();
        assertEquals("5", link(late).remoteId());
        assertFalse(problems().containsKey("5"));
    }

    /** a record of somebody who was erased is linked to nobody, and its people do not come back. */
    @Test
    void whoWasErasedIsNotBroughtBack() throws Exception {
        desk.as(() -> desk.kontor
                .get(Suppressions.class)
                .remember(1, List.of(identity("gone@shop.example"), identity("late@shop.example"))));
        desk.books.customer("1", "", profile("Gone").email("gone@shop.example"));
        long id = desk.linked("2", "Shop");
        desk.books.people.put(
                "2",
                List.of(
                        BooksInMemory.person("p1", "Late", "Lind", "late@shop.example"),
                        BooksInMemory.person("p2", "Ann", "Berg", "ann@shop.example")));
        desk.fromStart();

        assertEquals(Map.of("1", "PERSON_ERASED", "2", "NOT_ALL_TAKEN"), problems());
        assertEquals(
                List.of("Ann Berg"), desk.people(id).stream().map(p -> p.name()).toList());
    }

    /** X-29, S4-101: an erasure names the accounting system, which is not called; the record there is known as theirs from then on. */
    @Test
    void anErasedCustomerIsKnownByTheRecordThere() throws Exception {
        long id = desk.linked("1", "Gone");
        Erasures erasures = desk.kontor.get(Erasures.class);
        assertEquals(List.of("Our books"), desk.as(() -> erasures.preview(id)).elsewhere());
        long erasure = desk.as(() -> erasures.erase(id, "Gone")).id();
        desk.kontor.get(ErasureJob.class).run(erasure, new TestJobRun(desk.kontor));
        assertEquals("0", desk.kontor.sql("select count(*) from accounting_link"));

        desk.fromStart();
        assertEquals(Map.of("1", "PERSON_ERASED"), problems());
    }

    private static Identity identity(String email) {
        return new Identity(java.util.Set.of(email), java.util.Set.of(), "", java.util.Optional.empty(), List.of());
    }

    /** S4-46: a document that changes what is owed is enough; nobody else is asked for, and a second round changes nothing. */
    @Test
    void whatIsOwedFollowsTheDocuments() throws Exception {
        long one = desk.linked("1", "One");
        desk.linked("2", "Two");
        desk.books.asked.clear();
        desk.books.invoiced("1", "80.00", "EUR");
        desk.books.invoiced("9", "5.00", "EUR");
        desk.pullIfDue();
        assertEquals(List.of(), desk.books.asked, "it is read every two hours");

        desk.kontor.clock().advance(Duration.ofHours(2));
        desk.pullIfDue();

        assertEquals(List.of(java.util.Set.of("1")), desk.books.asked);
        assertEquals("80.00", balance(one).synced().toPlainString());
        assertEquals(desk.kontor.clock().instant(), balance(one).asOf());
        assertEquals(1, desk.history(one, "balance.synced").size());
        long taken = desk.state().taken();
        desk.fromStart();
        assertEquals(taken, desk.state().taken());
        assertEquals(1, desk.history(one, "balance.synced").size());
    }

    /** S4-46: a system that is away is asked again; what was read before stays as it is. */
    @Test
    void aSystemThatIsAwayLosesNothing() throws Exception {
        long id = desk.linked("1", "One");
        desk.books.invoiced("1", "80.00", "EUR");
        desk.pull();
        desk.books.invoiced("1", "90.00", "EUR");
        desk.books.failures = 1;
        desk.pull();
        assertEquals("Try later: it is away.", desk.state().message());
        assertEquals("80.00", balance(id).synced().toPlainString());
        desk.kontor.clock().advance(Duration.ofMinutes(1));
        desk.pull();
        assertEquals("90.00", balance(id).synced().toPlainString());
    }

    /** S4-46: one whom it has no more is shown by Kontor's ledger alone, until it has them again. */
    @Test
    void whoIsGoneThereStandsByTheLedgerAlone() throws Exception {
        long id = desk.linked("1", "One");
        desk.books.invoiced("1", "80.00", "EUR");
        desk.pull();
        desk.books.remove("1");
        desk.pull();
        assertFalse(desk.accounting(id).connected());
        assertTrue(link(id).gone());
        desk.books.customer("1", "A-1", profile("One"));
        desk.pull();
        assertTrue(desk.accounting(id).connected());
    }

    /** S4-115, S4-46: the records of merged customers are both of the one who stays, and their balances add up; the undo divides them. */
    @Test
    void linksFollowAMergeAndItsUndo() throws Exception {
        long stays = desk.linked("1", "One");
        long goes = desk.linked("2", "Two");
        desk.books.invoiced("1", "80.00", "EUR");
        desk.books.invoiced("2", "20.00", "EUR");
        desk.pull();

        long merge = desk.as(() -> desk.kontor.get(Merges.class).merge(new MergeDraft(stays, List.of(goes))))
                .id();
        assertEquals("100.00", balance(stays).synced().toPlainString());
        desk.books.customer("2", "A-2", profile("Two renamed"));
        desk.pull();
        assertEquals("One", desk.show(stays).companyName(), "one of two records there changed the customer");

        desk.as(() -> desk.kontor.get(Merges.class).undo(merge, false));
        assertEquals("80.00", balance(stays).synced().toPlainString());
        assertEquals("20.00", balance(goes).synced().toPlainString());
    }

    private AccountingLink link(long customer) {
        return desk.accounting(customer).links().get(0);
    }

    private AccountingBalance balance(long customer) {
        return desk.accounting(customer).balances().get(0);
    }

    private Map<String, String> problems() {
        return desk.state().problems().stream().collect(Collectors.toMap(Problem::remoteId, Problem::code));
    }
}
