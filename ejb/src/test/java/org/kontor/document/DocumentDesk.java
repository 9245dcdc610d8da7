package org.kontor.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.kontor.customer.Address;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.receivable.AllocationLine;
import org.kontor.receivable.AllocationPolicy;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceDraft;
import org.kontor.receivable.InvoiceLineDraft;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.PaymentDraft;
import org.kontor.receivable.Payments;
import org.kontor.receivable.TaxRounding;
import org.kontor.testing.TestKontor;

/** Makes what papers are made of. Today is 2026-11-21. */
final class DocumentDesk {

    static final LetterheadDraft GERMAN = new LetterheadDraft(
            "de-DE",
            new Address("Hafenstraße 7", "", "Hamburg", "", "20457", "DE"),
            "DE136695976",
            "22/815/0815/4",
            "rechnung@example.com",
            "+49 40 1234567",
            "https://example.com",
            "",
            "DE02120300000000202051",
            "BYLADEM1001",
            "#0b5d4e",
            "Amtsgericht Hamburg, HRB 12345");

    final TestKontor kontor;

    DocumentDesk(TestKontor kontor) {
        this.kontor = kontor;
    }

    <T> T does(Callable<T> work) {
        return kontor.asSystem(work);
    }

    long customer(String name, String country) {
        return does(() -> kontor.get(Customers.class)
                        .register(Drafts.business(name)
                                .accountNumber("C-" + name.hashCode())
                                .emails("billing@example.org")
                                .country(country)
                                .draft()))
                .id();
    }

    void letterhead(LetterheadDraft draft) {
        Letterheads letterheads = kontor.get(Letterheads.class);
        does(() -> letterheads.revise(1, letterheads.find(1).orElseThrow().version(), draft));
    }

    static InvoiceLineDraft line(String description, String quantity, String price, String discount, String rate) {
        return new InvoiceLineDraft(
                "",
                description,
                Optional.of(new BigDecimal(quantity)),
                Optional.of(new BigDecimal(price)),
                Optional.of(new BigDecimal(discount)),
                "",
                Optional.of(new BigDecimal(rate)));
    }

    InvoiceView issue(DocumentKind kind, long customer, boolean gross, InvoiceLineDraft... lines) {
        return make(kind, customer, InvoiceStatus.OPEN, gross, lines);
    }

    InvoiceView make(DocumentKind kind, long customer, InvoiceStatus status, boolean gross, InvoiceLineDraft... lines) {
        return does(() -> kontor.get(Invoices.class)
                .create(
                        kind,
                        new InvoiceDraft(
                                customer,
                                Optional.of(status),
                                "",
                                "EUR",
                                Optional.of(LocalDate.parse("2026-11-02")),
                                Optional.of(LocalDate.parse("2026-12-02")),
                                "Net 30 days",
                                "Thank you for your order.",
                                "",
                                "PO-77",
                                Optional.of(TaxRounding.TOTAL),
                                Optional.of(gross),
                                List.of(lines))));
    }

    /** An issued invoice over one amount without tax. */
    InvoiceView invoice(long customer, String currency, String issued, String due, String amount) {
        return does(() -> kontor.get(Invoices.class)
                .create(
                        DocumentKind.INVOICE,
                        new InvoiceDraft(
                                customer,
                                Optional.of(InvoiceStatus.OPEN),
                                "",
                                currency,
                                Optional.of(LocalDate.parse(issued)),
                                Optional.of(LocalDate.parse(due)),
                                "",
                                "",
                                "",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(line("Work", "1", amount, "0", "0")))));
    }

    /** A payment, which settles these invoices as far as it goes. */
    void pay(long customer, String currency, String received, String amount, InvoiceView... settles) {
        does(() -> kontor.get(Payments.class)
                .record(new PaymentDraft(
                        customer,
                        Optional.of(new BigDecimal(amount)),
                        currency,
                        Optional.of(LocalDate.parse(received)),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        Optional.of(settles.length == 0 ? AllocationPolicy.NONE : AllocationPolicy.MANUAL),
                        List.of(settles).stream()
                                .map(each -> new AllocationLine(each.id(), Optional.of(each.total())))
                                .toList())));
    }

    /** What a PDF says, lines apart by one blank; kept for looking at where {@code kontor.documents.keep} names a folder. */
    String text(String name, Paper paper) throws IOException {
        String keep = System.getProperty("kontor.documents.keep", "");
        if (!keep.isEmpty()) {
            Files.write(Files.createDirectories(Path.of(keep)).resolve(name + "-" + paper.name()), paper.bytes());
        }
        try (PDDocument pdf = Loader.loadPDF(paper.bytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
