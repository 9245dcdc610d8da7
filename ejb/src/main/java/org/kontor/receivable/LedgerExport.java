package org.kontor.receivable;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.settings.CustomFieldLookup;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomFieldView;
import org.kontor.shared.AppException;
import org.kontor.shared.CsvFile;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Lists of documents and payments as CSV, piece by piece, so that a list of any length takes the memory of one piece. */
@Stateless
public class LedgerExport {

    private static final List<String> DOCUMENT = List.of(
            "Id",
            "Kind",
            "Number",
            "Status",
            "CustomerId",
            "Customer",
            "Currency",
            "IssueDate",
            "DueDate",
            "Subtotal",
            "Tax",
            "Total",
            "Balance",
            "Disputed",
            "PurchaseOrder");

    private static final List<String> PAYMENT = List.of(
            "Id",
            "ReceivedOn",
            "CustomerId",
            "Customer",
            "Currency",
            "Amount",
            "Unapplied",
            "Refunded",
            "Method",
            "Source",
            "Reference",
            "Note",
            "Voided");

    @Inject
    Invoices invoices;

    @Inject
    Payments payments;

    @Inject
    CustomFieldLookup fields;

    @Inject
    AccessLog log;

    /** Writes down who takes a list out, before the first line of it leaves. */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public void begin(String list, Optional<Long> customerId) {
        log.write(
                "receivable.exported",
                list + customerId.map(id -> ", customer " + id).orElse(""));
    }

    /**
     * Writes documents. Call {@link #begin} before.
     *
     * @param out gets the bytes as they come; not closed
     * @throws AppException {@link ErrorKind#FORBIDDEN}
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public void writeDocuments(DocumentKind kind, InvoiceQuery query, OutputStream out) {
        List<String> custom = keys(CustomFieldOwner.INVOICE);
        CsvFile.write(
                out,
                header(DOCUMENT, custom),
                csv -> each(
                        page -> invoices.list(kind, query, page),
                        document -> csv.accept(row(cells(document), custom, document.customFields()))));
    }

    /**
     * Writes payments. Call {@link #begin} before.
     *
     * @param out gets the bytes as they come; not closed
     * @throws AppException {@link ErrorKind#FORBIDDEN}
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public void writePayments(HeldQuery query, OutputStream out) {
        List<String> custom = keys(CustomFieldOwner.PAYMENT);
        CsvFile.write(
                out,
                header(PAYMENT, custom),
                csv -> each(
                        page -> payments.list(query, page),
                        payment -> csv.accept(row(cells(payment), custom, payment.customFields()))));
    }

    private List<String> keys(CustomFieldOwner owner) {
        return fields.of(owner).stream().map(CustomFieldView::key).toList();
    }

    private static List<String> header(List<String> own, List<String> custom) {
        return Stream.concat(own.stream(), custom.stream().map(key -> "CustomField:" + key))
                .toList();
    }

    private static List<String> row(List<String> own, List<String> custom, Map<String, JsonValue> values) {
        return Stream.concat(
                        own.stream(),
                        custom.stream()
                                .map(key -> Optional.ofNullable(values.get(key))
                                        .map(CustomFieldValues::text)
                                        .orElse("")))
                .toList();
    }

    private static <T> void each(Function<PageRequest, Page<T>> list, Consumer<T> row) {
        Optional<String> next = Optional.empty();
        do {
            Page<T> piece = list.apply(new PageRequest(PageRequest.MAX_LIMIT, next));
            piece.items().forEach(row);
            next = piece.nextCursor();
        } while (next.isPresent());
    }

    private static List<String> cells(InvoiceView document) {
        return List.of(
                Long.toString(document.id()),
                document.kind().name(),
                document.number(),
                document.status().name(),
                Long.toString(document.customerId()),
                document.customerName(),
                document.currency(),
                document.issueDate().toString(),
                document.dueDate().toString(),
                document.subtotal().toPlainString(),
                document.tax().toPlainString(),
                document.total().toPlainString(),
                document.balance().toPlainString(),
                Boolean.toString(document.disputed()),
                document.purchaseOrder());
    }

    private static List<String> cells(PaymentView payment) {
        return List.of(
                Long.toString(payment.id()),
                payment.receivedOn().toString(),
                Long.toString(payment.customerId()),
                payment.customerName(),
                payment.currency(),
                payment.amount().toPlainString(),
                payment.unapplied().toPlainString(),
                payment.refunded().toPlainString(),
                payment.method().name(),
                payment.source().name(),
                payment.reference(),
                payment.note(),
                Boolean.toString(payment.voided()));
    }
}
