package org.kontor.receivable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** What was given up can be owed again; lists leave as files. */
@OnPostgres
class WriteOffTest {

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
    void whatWasWrittenOffInTwoPartsIsOwedAgainAndCanBePaid() {
        InvoiceView invoice = desk.invoice(customer, "2026-09-01", "100.00");
        writeOff(invoice, Optional.of(new BigDecimal("30.00")));
        assertEquals(
                InvoiceStatus.WRITTEN_OFF, writeOff(invoice, Optional.empty()).status());
        InvoiceView back =
                kontor.asSystem(() -> desk.actions.reinstate(invoice.id(), Optional.empty(), "Paid after all"));
        assertEquals("100.00", back.balance().toPlainString());
        assertEquals(InvoiceStatus.PAST_DUE, back.status());
        assertEquals(
                "100.00",
                kontor.asSystem(() -> desk.actions.adjustments(invoice.id()))
                        .get(0)
                        .amount()
                        .toPlainString());
        desk.pay(customer, "2026-11-21", "100.00", AllocationPolicy.OLDEST_DUE_FIRST);
        assertEquals(InvoiceStatus.PAID, desk.see(invoice).status());
    }

    @Test
    void aWriteOffIsTakenBackOnceAndMayComeAgain() {
        InvoiceView invoice = desk.invoice(customer, "2026-09-01", "100.00");
        assertEquals(ErrorKind.CONFLICT, refused(invoice).kind());
        writeOff(invoice, Optional.empty());
        kontor.asSystem(() -> desk.actions.reinstate(invoice.id(), Optional.empty(), "A slip"));
        assertEquals("NOT_WRITTEN_OFF", refused(invoice).code());
        writeOff(invoice, Optional.empty());
        assertEquals("0.00", desk.see(invoice).balance().toPlainString());
    }

    @Test
    void listsLeaveAsFilesWithFormulasMadeHarmless() {
        InvoiceView invoice = desk.invoice(customer, "2026-09-01", "100.00");
        desk.pay(customer, "2026-11-21", "40.00", AllocationPolicy.NONE);
        LedgerExport export = kontor.get(LedgerExport.class);
        ByteArrayOutputStream documents = new ByteArrayOutputStream();
        ByteArrayOutputStream payments = new ByteArrayOutputStream();
        kontor.asSystem(() -> {
            export.begin("invoices", Optional.empty());
            export.writeDocuments(DocumentKind.INVOICE, InvoiceQuery.of(customer), documents);
            export.writePayments(new HeldQuery(Optional.empty(), true, ""), payments);
            return customer;
        });
        assertTrue(documents
                .toString(StandardCharsets.UTF_8)
                .contains(invoice.number() + ",PAST_DUE," + customer + ",Acme"));
        assertTrue(payments.toString(StandardCharsets.UTF_8)
                .contains(",Acme,USD,40.00,40.00,0.00,OTHER,RECORDED_MANUALLY"));
    }

    private InvoiceView writeOff(InvoiceView invoice, Optional<BigDecimal> amount) {
        return kontor.asSystem(() -> desk.actions.writeOff(invoice.id(), amount, Optional.empty(), "Insolvent"));
    }

    private AppException refused(InvoiceView invoice) {
        return assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> desk.actions.reinstate(invoice.id(), Optional.empty(), "Again")));
    }
}
