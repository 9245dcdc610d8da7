package org.kontor.receivable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.timeline.Timeline;

/** What will happen is told by the code that does it, and leaves nothing behind. */
@OnPostgres
class PreviewTest {

    private TestKontor kontor;
    private LedgerDesk desk;
    private long customer;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        desk = new LedgerDesk(kontor);
        customer = desk.customer("Acme");
    }

    @AfterEach
    void prove() {
        ProofView proof = desk.proof();
        kontor.close();
        assertTrue(proof.holds(), proof::toString);
    }

    @Test
    void aPaymentIsToldAndThenRecordedAsItWasTold() {
        InvoiceView first = desk.invoice(customer, "2026-09-01", "100.00");
        desk.invoice(customer, "2026-10-01", "50.00");
        PaymentDraft draft = new PaymentDraft(
                customer,
                Optional.of(new BigDecimal("120.00")),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                Optional.of(AllocationPolicy.OLDEST_DUE_FIRST),
                List.of());
        AppliedView told = kontor.asSystem(() -> desk.payments.preview(draft));
        assertEquals(List.of("100.00", "20.00"), amounts(told.applications()));
        assertEquals(first.id(), told.applications().get(0).debitItemId());
        assertEquals("0.00", told.remainder().toPlainString());
        assertEquals(0, payments());
        assertEquals("100.00", desk.see(first).balance().toPlainString());

        PaymentView made = kontor.asSystem(() -> desk.payments.record(draft));
        assertEquals("0.00", made.unapplied().toPlainString());
        assertEquals("0.00", desk.see(first).balance().toPlainString());
    }

    /** S4-73. */
    @Test
    void aCreditAndItsApplicationAreToldWithoutBeingMade() {
        InvoiceView invoice = desk.invoice(customer, "2026-09-01", "100.00");
        AppliedView told = kontor.asSystem(() -> desk.credits.preview(new CreditDraft(
                customer,
                Optional.of(new BigDecimal("30.00")),
                "",
                "Goodwill",
                Optional.empty(),
                Optional.of(CreditPolicy.OLDEST_DUE_FIRST),
                Optional.empty())));
        assertEquals(List.of("30.00"), amounts(told.applications()));
        CreditView credit = desk.credit(customer, "30.00", Optional.of(CreditPolicy.OFF), Optional.empty());
        ApplicationDraft apply = new ApplicationDraft(
                credit.id(), Optional.empty(), Optional.empty(), List.of(LedgerDesk.to(invoice.id(), "12.00")));
        assertEquals(
                "18.00",
                kontor.asSystem(() -> desk.applications.preview(apply))
                        .remainder()
                        .toPlainString());
        assertEquals("100.00", desk.see(invoice).balance().toPlainString());
        ApplicationDraft tooMuch = new ApplicationDraft(
                credit.id(), Optional.empty(), Optional.empty(), List.of(LedgerDesk.to(invoice.id(), "31.00")));
        assertThrows(AppException.class, () -> kontor.asSystem(() -> desk.applications.preview(tooMuch)));
    }

    @Test
    void aDocumentIsPricedWithoutBeingMade() {
        InvoiceDraft draft = LedgerDesk.draft(
                customer,
                InvoiceStatus.DRAFT,
                LocalDate.parse("2026-11-01"),
                LocalDate.parse("2026-12-01"),
                "10.00",
                "5.50");
        PricedView priced = kontor.asSystem(() -> desk.invoices.preview(DocumentKind.INVOICE, draft));
        assertEquals("15.50", priced.total().toPlainString());
        assertEquals(2, priced.lines().size());
        assertTrue(kontor.asSystem(
                        () -> desk.invoices.list(DocumentKind.INVOICE, InvoiceQuery.of(customer), PageRequest.first()))
                .items()
                .isEmpty());
    }

    @Test
    void theHistoryOfADocumentIsItsOwn() {
        InvoiceView one = desk.invoice(customer, "2026-09-01", "100.00");
        desk.invoice(customer, "2026-10-01", "50.00");
        desk.pay(customer, "2026-11-01", "100.00", AllocationPolicy.OLDEST_DUE_FIRST);
        assertEquals(
                List.of("invoice.paid", "invoice.issued"),
                kontor.asSystem(() -> kontor.get(Timeline.class).ofDocument(customer, one.id())).stream()
                        .map(entry -> entry.kind())
                        .toList());
    }

    private int payments() {
        return kontor.asSystem(
                        () -> desk.payments.list(new HeldQuery(Optional.of(customer), false, ""), PageRequest.first()))
                .items()
                .size();
    }

    private static List<String> amounts(List<ApplicationView> made) {
        return made.stream().map(each -> each.amount().toPlainString()).toList();
    }
}
