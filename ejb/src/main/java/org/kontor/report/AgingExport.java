package org.kontor.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.CsvFile;
import org.kontor.shared.ErrorKind;

/** Aging reports as CSV: RFC 4180 in UTF-8, formulas made harmless, read from a cursor of the database. */
@Stateless
public class AgingExport {

    private static final List<String> ITEM_COLUMNS = List.of(
            "Kind",
            "Number",
            "CustomerId",
            "Customer",
            "Currency",
            "IssueDate",
            "DueDate",
            "Age",
            "Bucket",
            "Amount",
            "Open");

    @Inject
    AgingRepository repository;

    @Inject
    AccessLog log;

    /**
     * Writes down who takes which report out, before the first line of it leaves.
     *
     * @throws AppException {@link ErrorKind#INVALID} for what the report would refuse
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public void begin(AgingQuery query) {
        AgingRules.check(query);
        log.write(
                "receivable.exported", "aging by " + query.groupBy().name().toLowerCase(Locale.ROOT) + subject(query));
    }

    /**
     * As {@link #begin} for the items behind the report.
     *
     * @param bucket key of a column; empty for all
     * @throws AppException {@link ErrorKind#INVALID} for what the report would refuse
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public void beginItems(AgingQuery query, String bucket) {
        AgingRules.check(query);
        AgingRules.checkBucket(new AgingItems(query, repository.source(query)), query, bucket);
        log.write("receivable.exported", "aging items" + (bucket.isEmpty() ? "" : " " + bucket) + subject(query));
    }

    private String subject(AgingQuery query) {
        return " as of " + repository.source(query).asOf()
                + query.knownAt().map(at -> " as known at " + at).orElse("")
                + query.customerId().map(id -> ", customer " + id).orElse("")
                + query.entityId().map(id -> ", company entity " + id).orElse("");
    }

    /**
     * Writes the lines as CSV with a header row. Call {@link #begin} before.
     *
     * @param out gets the bytes as they come; not closed
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public void writeLines(AgingQuery query, OutputStream out) {
        AgingRules.check(query);
        AgingLines lines = new AgingLines(query, repository.source(query));
        List<String> header = new ArrayList<>(List.of("Id", "Name", "AccountNumber", "Currency"));
        header.addAll(AgingBucket.columns(query.bounds()));
        CsvFile.write(
                out,
                header,
                csv -> repository.each(
                        lines.statement(Optional.empty(), Optional.empty()),
                        lines::read,
                        line -> csv.accept(cells(line))));
    }

    /**
     * Writes the items of a column, or of all when it is empty, as CSV with a header row. Call {@link #begin} before.
     *
     * @param out gets the bytes as they come; not closed
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public void writeItems(AgingQuery query, String bucket, OutputStream out) {
        AgingRules.check(query);
        AgingItems items = new AgingItems(query, repository.source(query));
        AgingRules.checkBucket(items, query, bucket);
        CsvFile.write(
                out,
                ITEM_COLUMNS,
                csv -> repository.each(
                        items.statement(bucket, Optional.empty(), Optional.empty()),
                        items::read,
                        item -> csv.accept(cells(item))));
    }

    private static List<String> cells(AgingLine line) {
        List<String> cells = new ArrayList<>();
        cells.add(line.id().map(String::valueOf).orElse(""));
        cells.add(line.name());
        cells.add(line.accountNumber());
        cells.add(line.currency());
        line.buckets().values().forEach(amount -> cells.add(amount.toPlainString()));
        return cells;
    }

    private static List<String> cells(AgingItem item) {
        return List.of(
                item.kind(),
                item.number(),
                Long.toString(item.customerId()),
                item.customerName(),
                item.currency(),
                item.issueDate().toString(),
                item.dueDate().toString(),
                Long.toString(item.age()),
                item.bucket(),
                item.amount().toPlainString(),
                item.open().toPlainString());
    }
}
