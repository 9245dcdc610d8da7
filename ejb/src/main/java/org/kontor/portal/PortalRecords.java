package org.kontor.portal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.document.Documents;
import org.kontor.document.LetterheadView;
import org.kontor.document.Letterheads;
import org.kontor.document.Paper;
import org.kontor.document.StatementQuery;
import org.kontor.document.Statements;
import org.kontor.receivable.AccountSummary;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceQuery;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.InvoiceTemplateView;
import org.kontor.receivable.InvoiceTemplates;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.ItemKind;
import org.kontor.receivable.PaymentWay;
import org.kontor.receivable.PostingKind;
import org.kontor.receivable.TransactionQuery;
import org.kontor.receivable.TransactionView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * The one place where the portal reads, beside {@link PortalFiles}: what the customer of the visit owes, and the documents that were issued to it. The customer
 * comes from the visit, which comes from the session; no method takes the id of one. Notes, tickets, flags, health and whatever else
 * staff keeps is nowhere here.
 */
@Stateless
public class PortalRecords {

    private static final Set<InvoiceStatus> OPEN =
            Set.of(InvoiceStatus.OPEN, InvoiceStatus.PARTIALLY_PAID, InvoiceStatus.PAST_DUE);
    private static final Set<ItemKind> NUMBERED = Set.of(ItemKind.INVOICE, ItemKind.CREDIT_MEMO, ItemKind.PAYMENT);
    private static final int MOST = 200;

    /** The company entity that comes with Kontor: who signs in is nobody's customer yet. */
    private static final long FIRST_ENTITY = 1;

    @Inject
    CustomerAccounts accounts;

    @Inject
    Invoices invoices;

    @Inject
    Documents documents;

    @Inject
    Statements statements;

    @Inject
    Letterheads letterheads;

    @Inject
    PortalFaces faces;

    @Inject
    PaymentWayRepository ways;

    @Inject
    InvoiceTemplates templates;

    /** How the company presents itself to whoever is not signed in. */
    public PortalFace face() {
        return face(FIRST_ENTITY);
    }

    /** How the company entity of the visitor’s customer presents itself. */
    public PortalFace face(PortalVisit visit) {
        return face(visit.row().entityId());
    }

    private PortalFace face(long entityId) {
        return PortalCallers.as(PortalCallers.FACE, () -> {
            Optional<LetterheadView> letterhead = letterheads.find(entityId);
            return new PortalFace(
                    faces.name(entityId),
                    letterhead.filter(LetterheadView::logo).isPresent() ? letterheads.logo(entityId) : "",
                    letterhead.map(LetterheadView::email).orElse(""),
                    letterhead.map(LetterheadView::phone).orElse(""));
        });
    }

    /** What is owed today. */
    public PortalOverview overview(PortalVisit visit) {
        long customer = customer(visit);
        return PortalCallers.as(PortalCallers.READER, () -> {
            AccountSummary summary = accounts.summary(customer);
            Page<InvoiceView> open = invoices.list(
                    DocumentKind.INVOICE,
                    new InvoiceQuery(
                            Optional.of(customer), OPEN, "", Optional.empty(), Optional.empty(), Optional.empty()),
                    new PageRequest(MOST, Optional.empty()));
            return new PortalOverview(
                    summary.asOf(),
                    summary.accounts().stream()
                            .map(a -> new PortalBalance(a.currency(), a.balance(), a.pastDue(), a.unapplied()))
                            .toList(),
                    open.items().stream()
                            .filter(invoice -> issuedTo(invoice, customer))
                            .sorted(Comparator.comparing(InvoiceView::dueDate).thenComparing(InvoiceView::id))
                            .map(i -> new PortalInvoice(
                                    i.id(),
                                    i.number(),
                                    i.issueDate(),
                                    i.dueDate(),
                                    i.currency(),
                                    i.total(),
                                    i.balance(),
                                    i.status(),
                                    templates
                                            .of(i)
                                            .map(InvoiceTemplateView::paymentWays)
                                            .orElse(List.of())))
                            .toList(),
                    open.nextCursor().isPresent());
        });
    }

    /**
     * By which ways may be paid; none that is not stated, of the customer or by the template of an open invoice.
     *
     * @param overview what is open
     */
    public PortalPayment payment(PortalVisit visit, PortalOverview overview) {
        List<PaymentWay> stated = ways.of(customer(visit));
        boolean transfer = Stream.concat(
                        stated.stream(), overview.invoices().stream().flatMap(each -> each.ways().stream()))
                .anyMatch(PaymentWay.BANK_TRANSFER::equals);
        Optional<LetterheadView> account = transfer
                ? PortalCallers.as(
                        PortalCallers.FACE, () -> letterheads.find(visit.row().entityId()))
                : Optional.empty();
        return account.filter(letterhead -> !letterhead.iban().isEmpty())
                .map(letterhead -> new PortalPayment(
                        stated,
                        letterhead.accountHolder().isEmpty() ? visit.company() : letterhead.accountHolder(),
                        letterhead.iban(),
                        letterhead.bic()))
                .orElseGet(() -> new PortalPayment(stated, "", "", ""));
    }

    /** What was charged and paid, the latest first. */
    public Page<PortalEntry> history(PortalVisit visit, Optional<String> cursor) {
        long customer = customer(visit);
        return PortalCallers.as(PortalCallers.READER, () -> {
            Page<TransactionView> page = accounts.transactions(
                    customer, TransactionQuery.ALL, new PageRequest(PageRequest.DEFAULT_LIMIT, cursor));
            return new Page<>(page.items().stream().map(PortalRecords::entry).toList(), page.nextCursor());
        });
    }

    private static PortalEntry entry(TransactionView t) {
        Optional<DocumentKind> document = switch (t.kind()) {
            case INVOICE_ISSUED -> Optional.of(DocumentKind.INVOICE);
            case CREDIT_MEMO_ISSUED -> Optional.of(DocumentKind.CREDIT_MEMO);
            default -> Optional.empty();
        };
        // Of what staff enters beside documents and payments the number may be a remark.
        return new PortalEntry(
                t.kind() == PostingKind.WRITE_OFF_REVERSED ? PostingKind.WRITTEN_OFF : t.kind(),
                NUMBERED.contains(t.itemKind()) ? t.number() : "",
                t.date(),
                t.currency(),
                t.amount(),
                t.balance(),
                document,
                t.itemId());
    }

    /**
     * An issued document of the visitor’s customer as PDF.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for a draft, for one of another customer, and when there is none: all alike
     */
    public Paper pdf(PortalVisit visit, DocumentKind kind, long id) {
        long customer = customer(visit);
        return PortalCallers.as(PortalCallers.READER, () -> {
            if (invoices.find(kind, id).filter(each -> issuedTo(each, customer)).isEmpty()) {
                throw new AppException(ErrorKind.ABSENT, "DOCUMENT_NOT_FOUND", "Look for another document.");
            }
            return documents.pdf(kind, id);
        });
    }

    /** A statement of what is open today, as PDF. */
    public Paper statement(PortalVisit visit) {
        long customer = customer(visit);
        return PortalCallers.as(PortalCallers.READER, () -> statements.pdf(customer, StatementQuery.open()));
    }

    private static boolean issuedTo(InvoiceView invoice, long customer) {
        return invoice.customerId() == customer
                && invoice.issuedAt().isPresent()
                && invoice.status() != InvoiceStatus.DRAFT;
    }

    /** Whose records are shown; refuses a visit of which it is not settled. */
    static long customer(PortalVisit visit) {
        if (!visit.chosen()) {
            throw new AppException(
                    ErrorKind.FORBIDDEN, "PORTAL_ACCOUNT_NOT_CHOSEN", "Choose one of the accounts first.");
        }
        return visit.row().customerId();
    }
}
