package org.kontor.receivable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** The group remittance desk: one payment over a customer tree. */
@OnPostgres
class RemittancesTest {

    private final TestKontor kontor = new TestKontor();
    private final LedgerDesk desk = new LedgerDesk(kontor);
    private final Remittances remittances = kontor.get(Remittances.class);
    private long parent;
    private long child;
    private InvoiceView ofParent;
    private InvoiceView ofChild;
    private InvoiceView paid;

    @BeforeEach
    void owe() {
        parent = desk.customer(Drafts.business("Parent").parent());
        child = desk.customer(Drafts.business("Child").childOf(parent));
        ofParent = desk.invoice(parent, "2026-11-01", "100.00");
        ofChild = desk.invoice(child, "2026-11-02", "50.00");
        paid = desk.invoice(child, "2026-11-03", "9.00");
        kontor.asSystem(() -> desk.payments.record(new PaymentDraft(
                child,
                Optional.of(new BigDecimal("9.00")),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                List.of(new AllocationLine(paid.id(), Optional.empty())))));
    }

    @AfterEach
    void close() {
        assertTrue(kontor.asSystem(() -> kontor.get(LedgerProof.class).run()).holds());
        kontor.close();
    }

    @Test
    void everyRowIsMatchedOrSaysWhyNot() {
        long stranger = desk.customer("Stranger");
        InvoiceView theirs = desk.invoice(stranger, "2026-11-01", "5.00");

        RemittanceView done = record(draft(
                "200.00",
                line(1, " #" + ofParent.number().toLowerCase(java.util.Locale.ROOT), "40.00"),
                line(2, ofParent.number(), "70.00"),
                line(3, ofChild.number(), "50"),
                line(4, paid.number(), "9.00"),
                line(5, theirs.number(), "5.00"),
                line(6, "NO-SUCH", "1.00"),
                line(7, "", "175.00"),
                line(8, ofChild.number(), "-3.00")));

        assertEquals(
                "[SHORT, OVER, SETTLED, NOTHING_OPEN, NOT_FOUND, NOT_FOUND, NO_NUMBER, NOT_POSITIVE]",
                done.lines().stream().map(RemittanceMatch::outcome).toList().toString());
        assertEquals(
                "172.00 150.00 50.00 28.00",
                done.stated() + " " + done.applied() + " " + done.unapplied() + " " + done.difference());
        assertEquals("Child", done.lines().get(2).customerName());
        assertEquals(5, done.unmatched());
        assertEquals("0.00", balance(ofParent));
        assertEquals("0.00", balance(ofChild));
        assertEquals(
                "INSTRUCTION",
                kontor.sql("select string_agg(distinct rule, ',') from application where credit_item_id = "
                        + done.id().orElseThrow()));
        assertEquals("1", kontor.sql("select count(*) from timeline_entry where kind = 'payment.matched'"));
    }

    @Test
    void moneyThatIsTooLittleGoesInTheOrderOfTheFile() {
        RemittanceView done =
                record(draft("120.00", line(1, ofParent.number(), "100.00"), line(2, ofChild.number(), "50.00")));

        assertEquals(
                "[SETTLED, NO_MONEY_LEFT]",
                done.lines().stream().map(RemittanceMatch::outcome).toList().toString());
        assertEquals("30.00", balance(ofChild));
        assertEquals("-30.00", done.difference().toPlainString());
    }

    @Test
    void withoutAnAmountTheRowsSayWhatArrived() {
        assertEquals(
                "150.00",
                record(draft("", line(1, ofParent.number(), "100.00"), line(2, ofChild.number(), "50.00")))
                        .amount()
                        .toPlainString());
        AppException refused =
                assertThrows(AppException.class, () -> record(draft("", line(1, ofParent.number(), ""))));
        assertEquals("amount", refused.errors().get(0).field());
    }

    @Test
    void aPreviewTellsTheSameAndChangesNothing() {
        RemittanceDraft draft = draft("200.00", line(1, ofParent.number(), "100.00"), line(2, "NO-SUCH", "1.00"));
        String before = kontor.sql("select count(*) from posting");

        RemittanceView seen = kontor.asSystem(() -> remittances.preview(draft));

        assertEquals(before, kontor.sql("select count(*) from posting"));
        assertTrue(seen.id().isEmpty());
        assertEquals(record(draft).lines(), seen.lines());
    }

    @Test
    void theSameAdviceIsRecordedOnceUntilItIsTakenBack() {
        RemittanceDraft draft = draft("150.00", line(1, ofParent.number(), "100"), line(2, ofChild.number(), "50.00"));
        long first = record(draft).id().orElseThrow();

        AppException again = assertThrows(
                AppException.class,
                () -> record(draft("150", line(1, ofParent.number(), "100.00"), line(2, ofChild.number(), "50"))));
        assertEquals(ErrorKind.CONFLICT, again.kind());
        assertTrue(String.valueOf(again.getMessage()).contains("#" + first), again.getMessage());

        RemittanceView back =
                kontor.asSystem(() -> remittances.reverse(first, Optional.empty(), "Sent back by the bank"));
        assertTrue(back.reversed());
        assertEquals("100.00 50.00", balance(ofParent) + " " + balance(ofChild));
        assertEquals(
                "2",
                kontor.sql("select count(*) from application where credit_item_id = " + first
                        + " and reverses is not null"));
        assertTrue(record(draft).id().orElseThrow() > first);
        assertEquals(
                2,
                kontor.asSystem(() -> remittances.list(Optional.of(parent), PageRequest.first()))
                        .items()
                        .size());
    }

    @Test
    void theLatestAreListedFirstWithoutTheirRows() {
        long first =
                record(draft("1.00", line(1, ofParent.number(), "1.00"))).id().orElseThrow();
        long second =
                record(draft("2.00", line(1, ofParent.number(), "2.00"))).id().orElseThrow();

        List<RemittanceView> all = kontor.asSystem(() -> remittances.list(Optional.empty(), PageRequest.first()))
                .items();

        assertEquals(
                List.of(second, first),
                all.stream().map(view -> view.id().orElseThrow()).toList());
        assertTrue(all.stream().allMatch(view -> view.lines().isEmpty()));
    }

    @Test
    void whoeverRecordsTheSameAtTheSameTimeRecordsItOnce() throws Exception {
        RemittanceDraft draft = draft("150.00", line(1, ofParent.number(), "100"), line(2, ofChild.number(), "50.00"));
        ExecutorService clerks = Executors.newFixedThreadPool(4);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Callable<String> clerk = () -> {
                try {
                    return record(draft).applied().toPlainString();
                } catch (AppException e) {
                    return e.kind().name();
                }
            };
            answers.add(clerks.submit(clerk));
        }
        List<String> said = new ArrayList<>();
        for (Future<String> answer : answers) {
            said.add(answer.get());
        }
        clerks.shutdown();
        assertEquals(
                "[150.00, CONFLICT, CONFLICT, CONFLICT]",
                said.stream().sorted().toList().toString());
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsWritten() {
        String before = kontor.sql("select count(*) from open_item");
        assertEquals(
                "[lines[0].amount]",
                fields(draft("10.00", line(1, ofParent.number(), "1.005"))).toString());
        assertEquals("[lines]", fields(draft("10.00")).toString());
        RemittanceDraft late = new RemittanceDraft(
                parent,
                Optional.of(BigDecimal.TEN),
                "",
                Optional.of(LocalDate.parse("2027-01-01")),
                Optional.empty(),
                "",
                "",
                "",
                List.of(line(1, ofParent.number(), "10")));
        assertEquals("[receivedOn]", fields(late).toString());
        assertEquals(before, kontor.sql("select count(*) from open_item"));
    }

    private List<String> fields(RemittanceDraft draft) {
        return assertThrows(AppException.class, () -> record(draft)).errors().stream()
                .map(e -> e.field())
                .toList();
    }

    private RemittanceView record(RemittanceDraft draft) {
        return kontor.asSystem(() -> remittances.record(draft));
    }

    private RemittanceDraft draft(String amount, RemittanceLine... lines) {
        return new RemittanceDraft(
                parent,
                amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount)),
                "",
                Optional.empty(),
                Optional.empty(),
                "W-1",
                "",
                "advice.csv",
                List.of(lines));
    }

    private static RemittanceLine line(long row, String number, String amount) {
        return new RemittanceLine(
                row, number, amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount)));
    }

    private String balance(InvoiceView invoice) {
        return kontor.asSystem(() -> desk.invoices.find(DocumentKind.INVOICE, invoice.id()))
                .orElseThrow()
                .balance()
                .toPlainString();
    }
}
