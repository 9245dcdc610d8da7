package org.kontor.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.customer.Customers;
import org.kontor.receivable.InvoiceView;
import org.kontor.shared.AppException;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** What a statement says. Today is 2026-11-21. */
@OnPostgres
class StatementsTest {

    private final TestKontor kontor = new TestKontor();
    private final DocumentDesk desk = new DocumentDesk(kontor);
    private final Statements statements = kontor.get(Statements.class);

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S4-23, S4-24, X-39. */
    @Test
    void aStatementHoldsExactlyWhatIsOpenAndItsAge() throws Exception {
        long customer = desk.customer("Nordwind Segel GmbH", "DE");
        InvoiceView late = desk.invoice(customer, "EUR", "2026-08-01", "2026-08-31", "1200.00");
        InvoiceView paid = desk.invoice(customer, "EUR", "2026-09-01", "2026-10-01", "300.00");
        InvoiceView due = desk.invoice(customer, "EUR", "2026-11-10", "2026-12-10", "50.55");
        InvoiceView yen = desk.invoice(customer, "JPY", "2026-10-01", "2026-11-01", "9000");
        desk.pay(customer, "EUR", "2026-10-05", "300.00", paid);
        InvoiceView other =
                desk.invoice(desk.customer("Somebody else", "DE"), "EUR", "2026-09-01", "2026-10-01", "7.77");

        String text = desk.text("open", desk.does(() -> statements.pdf(customer, StatementQuery.open())));

        assertTrue(text.contains(late.number()) && text.contains(due.number()) && text.contains(yen.number()), text);
        assertFalse(text.contains(paid.number()) || text.contains(other.number()), text);
        assertTrue(text.contains("Balance EUR 1,250.55"), text);
        assertTrue(text.contains("Balance JPY 9,000"), text);
        assertTrue(text.contains("50.55 0.00 0.00 1,200.00 0.00 0.00 1,250.55"), text);
        assertTrue(text.contains("Remittance slip"), text);

        String then = desk.text(
                "then",
                desk.does(() -> statements.pdf(
                        customer,
                        new StatementQuery(
                                StatementKind.OPEN_ITEM,
                                Optional.of(LocalDate.parse("2026-10-04")),
                                Optional.empty(),
                                "eur"))));
        assertTrue(then.contains(paid.number()) && then.contains("Balance EUR 1,500.00"), then);
        assertFalse(then.contains(due.number()) || then.contains("JPY"), then);
    }

    /** S4-39: of an archived customer statements are made as ever. */
    @Test
    void anArchivedCustomerHasStatements() throws Exception {
        long customer = desk.customer("Nordwind Segel GmbH", "DE");
        InvoiceView late = desk.invoice(customer, "EUR", "2026-08-01", "2026-08-31", "1200.00");
        kontor.asSystem(() -> kontor.get(Customers.class).archive(customer, true));

        String text = desk.text("archived", desk.does(() -> statements.pdf(customer, StatementQuery.open())));

        assertTrue(text.contains(late.number()), text);
    }

    /** S4-23. */
    @Test
    void aBalanceIsBroughtForward() throws Exception {
        desk.letterhead(DocumentDesk.GERMAN);
        long customer = desk.customer("Nordwind Segel GmbH", "DE");
        desk.invoice(customer, "EUR", "2026-08-01", "2026-08-31", "1200.00");
        InvoiceView second = desk.invoice(customer, "EUR", "2026-10-03", "2026-11-02", "300.00");
        desk.pay(customer, "EUR", "2026-10-20", "450.00");

        StatementQuery october = new StatementQuery(
                StatementKind.BALANCE_FORWARD,
                Optional.of(LocalDate.parse("2026-10-31")),
                Optional.of(LocalDate.parse("2026-10-01")),
                "");
        String text = desk.text("forward", desk.does(() -> statements.pdf(customer, october)));
        assertTrue(text.contains("Saldovortrag 1.200,00"), text);
        assertTrue(text.contains("03.10.2026 Rechnung " + second.number() + " 300,00 1.500,00"), text);
        assertTrue(text.contains("20.10.2026 Zahlung -450,00 1.050,00"), text);
        assertTrue(text.contains("Saldo EUR 1.050,00"), text);

        AppException refused = assertThrows(
                AppException.class,
                () -> desk.does(() -> statements.pdf(
                        customer,
                        new StatementQuery(
                                StatementKind.BALANCE_FORWARD,
                                Optional.of(LocalDate.parse("2026-10-31")),
                                Optional.of(LocalDate.parse("2026-11-01")),
                                ""))));
        assertEquals("from", refused.errors().get(0).field());
    }

    /** S4-24, S4-66. */
    @Test
    void whoOwesNothingGetsAStatementAndWhoIsNotSeenNone() throws Exception {
        long customer = desk.customer("Nordwind Segel GmbH", "DE");
        String text = desk.text("nothing", desk.does(() -> statements.pdf(customer, StatementQuery.open())));
        assertTrue(text.contains("Nothing is open."), text);

        Caller own = new Caller(99, "own", Set.of("read:receivable"), RowScope.OWN);
        AppException absent = assertThrows(
                AppException.class, () -> kontor.as(own, () -> statements.pdf(customer, StatementQuery.open())));
        assertEquals("CUSTOMER_NOT_FOUND", absent.code());
    }

    /** S4-23: a run goes on where it was broken off, and its archive holds one statement for each customer who owes. */
    @Test
    void statementsForManyAreMadePieceByPiece() throws Exception {
        for (int i = 0; i < 25; i++) {
            desk.invoice(desk.customer("Customer " + i, "DE"), "EUR", "2026-11-01", "2026-12-01", "10.00");
        }
        desk.customer("Owes nothing", "DE");
        StatementRuns runs = kontor.get(StatementRuns.class);
        StatementRunDraft draft = new StatementRunDraft(
                Optional.empty(), Optional.of(LocalDate.parse("2026-11-21")), Optional.empty(), "", Optional.empty());
        StatementRunView run = desk.does(() -> runs.start(draft));
        assertEquals(25, run.total());

        StatementRunPieces pieces = kontor.get(StatementRunPieces.class);
        desk.does(() -> pieces.begin(run.id()));
        assertTrue(desk.does(() -> pieces.next(run.id())));
        assertThrows(
                IllegalStateException.class,
                () -> desk.does(() -> {
                    pieces.next(run.id());
                    throw new IllegalStateException("the node dies");
                }));
        assertEquals(20, desk.does(() -> runs.find(run.id())).orElseThrow().done());
        AppException early = assertThrows(
                AppException.class,
                () -> desk.does(() -> {
                    runs.begin(run.id());
                    return 0;
                }));
        assertEquals("RUN_AT_WORK", early.code());
        assertTrue(desk.does(() -> pieces.begin(run.id())).isPresent());
        while (desk.does(() -> pieces.next(run.id()))) {
            assertTrue(desk.does(() -> runs.find(run.id())).orElseThrow().done() < 25);
        }
        StatementRunView over = desk.does(() -> runs.find(run.id())).orElseThrow();
        assertEquals(RunState.SUCCEEDED, over.state());
        assertEquals(25, over.made());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.does(() -> {
            runs.begin(run.id());
            runs.writeTo(run.id(), out);
            return 0;
        });
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                assertTrue(each.getName().contains("-statement-"), each.getName());
                entries++;
            }
        }
        assertEquals(25, entries);
        AppException late = assertThrows(AppException.class, () -> desk.does(() -> runs.cancel(run.id())));
        assertEquals("RUN_OVER", late.code());
    }

    /** S4-23, S4-66: cancelled before its next piece; a run of somebody else is not seen by who sees own customers alone. */
    @Test
    void aRunIsCancelledAndIsNotEverybodys() {
        desk.invoice(desk.customer("Customer", "DE"), "EUR", "2026-11-01", "2026-12-01", "10.00");
        StatementRuns runs = kontor.get(StatementRuns.class);
        StatementRunDraft draft =
                new StatementRunDraft(Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty());
        StatementRunView run = desk.does(() -> runs.start(draft));
        desk.does(() -> runs.cancel(run.id()));
        StatementRunPieces pieces = kontor.get(StatementRunPieces.class);
        assertTrue(desk.does(() -> pieces.begin(run.id())).isEmpty());
        assertFalse(desk.does(() -> pieces.next(run.id())));
        Caller own = new Caller(99, "own", Set.of("export:receivable"), RowScope.OWN);
        assertTrue(kontor.as(own, () -> runs.find(run.id())).isEmpty());
        assertEquals(0, kontor.as(own, () -> runs.start(draft)).total());
    }
}
