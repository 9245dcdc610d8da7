package org.kontor.document;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.document.Looks.Look;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.Party;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * Makes invoices and credit memos into files. What was issued looks the same each time, byte by byte, whatever becomes of the customer,
 * the letterhead and the template; it is settled when it is first made.
 */
@Stateless
public class Documents {

    private static final int MOST = 100;

    @Inject
    Invoices invoices;

    @Inject
    Looks looks;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /**
     * A document as PDF/A-3, tagged. An issued one holds itself for machines (Factur-X, EN 16931), where all that this asks for is known; a
     * draft says that it is one.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Paper pdf(DocumentKind kind, long id) {
        InvoiceView document = existing(kind, id);
        Look look = looks.of(document);
        boolean issued = document.issuedAt().isPresent();
        Optional<byte[]> machines =
                issued && ElectronicInvoice.missing(document, look.letterhead()).isEmpty()
                        ? Optional.of(ElectronicInvoice.cii(document, look.letterhead(), look.buyerEmail()))
                        : Optional.empty();
        String seller = document.seller().map(Party::name).orElseGet(() -> looks.entityName(document.entityId()));
        PdfFacts facts = new PdfFacts(
                title(document),
                seller,
                look.letterhead().locale(),
                document.issuedAt().orElseGet(clock::instant),
                document.id());
        byte[] bytes = PdfRenderer.render(
                new TemplateText(look.template().body())
                        .fill(InvoicePage.values(document, look.letterhead(), seller, look.ways())),
                facts,
                machines);
        return given(document, "PDF", Paper.of(stem(document), ".pdf", Paper.PDF, bytes));
    }

    /**
     * An issued document as Cross Industry Invoice, profile EN 16931: what lies in its PDF.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} for a draft, and with what is missing
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Paper cii(DocumentKind kind, long id) {
        InvoiceView document = issued(kind, id);
        Look look = looks.of(document);
        refuse(ElectronicInvoice.missing(document, look.letterhead()));
        return given(
                document,
                "CII",
                Paper.of(
                        stem(document) + "-factur-x",
                        ".xml",
                        Paper.XML,
                        ElectronicInvoice.cii(document, look.letterhead(), look.buyerEmail())));
    }

    /**
     * An issued document as UBL after PEPPOL BIS Billing 3.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} for a draft, and with what is missing
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Paper ubl(DocumentKind kind, long id) {
        InvoiceView document = issued(kind, id);
        Look look = looks.of(document);
        refuse(ElectronicInvoice.missingForPeppol(document, look.letterhead(), look.buyerEmail()));
        return given(
                document,
                "UBL",
                Paper.of(
                        stem(document) + "-ubl",
                        ".xml",
                        Paper.XML,
                        ElectronicInvoice.ubl(document, look.letterhead(), look.buyerEmail())));
    }

    /**
     * Invoices as PDF in one archive: those that are named, and no other (S4-16).
     *
     * @param ids 1 to 100 of them
     * @throws AppException {@link ErrorKind#INVALID} for none and too many; {@link ErrorKind#ABSENT} for one that is not there
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Paper archive(List<Long> ids) {
        List<Long> chosen = ids.stream().distinct().toList();
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw AppException.invalid("ids", "OUT_OF_RANGE", "Choose 1 to " + MOST + " invoices.");
        }
        List<Paper> papers =
                chosen.stream().map(id -> pdf(DocumentKind.INVOICE, id)).toList();
        return Paper.of("invoices", ".zip", "application/zip", PaperArchive.of(papers));
    }

    private InvoiceView issued(DocumentKind kind, long id) {
        InvoiceView document = existing(kind, id);
        if (document.issuedAt().isEmpty()) {
            throw new AppException(
                    ErrorKind.CONFLICT, "NOT_ISSUED", "Issue it first: machines are given what was issued alone.");
        }
        return document;
    }

    private InvoiceView existing(DocumentKind kind, long id) {
        return invoices.find(kind, id).orElseThrow(() -> {
            String noun = noun(kind);
            return new AppException(
                    ErrorKind.ABSENT,
                    kind.name() + "_NOT_FOUND",
                    "Look for another " + noun + ": there is none with id " + id + ".");
        });
    }

    private Paper given(InvoiceView document, String format, Paper paper) {
        log.write(
                "document.read",
                noun(document.kind()) + " " + document.id() + " of customer " + document.customerId() + " as "
                        + format);
        return paper;
    }

    private static void refuse(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new AppException(ErrorKind.CONFLICT, "ELECTRONIC_INVOICE_INCOMPLETE", String.join(" ", missing));
        }
    }

    private static String title(InvoiceView document) {
        String word = noun(document.kind());
        return (Character.toUpperCase(word.charAt(0)) + word.substring(1) + " " + document.number()).strip();
    }

    private static String stem(InvoiceView document) {
        return noun(document.kind()) + "-"
                + (document.number().isEmpty() ? "draft-" + document.id() : document.number());
    }

    private static String noun(DocumentKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
