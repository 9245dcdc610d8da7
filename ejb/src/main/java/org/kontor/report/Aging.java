package org.kontor.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * What is owed by age, as of any day and as known at any instant. The sums are those of the ledger; who sees own customers alone gets
 * the sums of these. An invoice ages by its own due date, whether it is in a payment plan or not: what was agreed about paying it
 * changes nothing about since when it is owed (S4-133).
 */
@Stateless
public class Aging {

    @Inject
    AgingRepository repository;

    /**
     * A piece of the report.
     *
     * @throws AppException {@link ErrorKind#INVALID} for buckets that do not follow each other
     */
    @Requires(Permission.READ_RECEIVABLE)
    public AgingReport report(AgingQuery query, PageRequest page) {
        AgingRules.check(query);
        AgingSource source = repository.source(query);
        AgingLines lines = new AgingLines(query, source);
        String list = "aging|" + query + "|" + source.asOf();
        Optional<List<String>> after = Cursor.decode(list, page.cursor());
        List<AgingLine> found = repository.all(lines.statement(after, Optional.of(page.limit() + 1)), lines::read);
        Optional<String> next = Optional.empty();
        if (found.size() > page.limit()) {
            found = found.subList(0, page.limit());
            AgingLine last = found.get(found.size() - 1);
            next = Optional.of(Cursor.encode(
                    list,
                    last.currency(),
                    last.buckets()
                            .getOrDefault(AgingBucket.TOTAL, BigDecimal.ZERO)
                            .toPlainString(),
                    Long.toString(last.id().orElse(0L))));
        }
        return new AgingReport(
                source.asOf(),
                query.knownAt(),
                query.basis(),
                query.groupBy(),
                AgingBucket.columns(query.bounds()),
                found,
                next);
    }

    /**
     * The items behind the amounts of a report, the oldest first.
     *
     * @param bucket key of a column, {@link AgingBucket#PAST_DUE}, or empty for all
     * @throws AppException {@link ErrorKind#INVALID} for a column that the report does not have
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Page<AgingItem> items(AgingQuery query, String bucket, PageRequest page) {
        AgingRules.check(query);
        AgingSource source = repository.source(query);
        AgingItems items = new AgingItems(query, source);
        AgingRules.checkBucket(items, query, bucket);
        String list = "agingItems|" + query + "|" + source.asOf() + "|" + bucket;
        Optional<List<String>> after = Cursor.decode(list, page.cursor());
        List<AgingItem> found =
                repository.all(items.statement(bucket, after, Optional.of(page.limit() + 1)), items::read);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        AgingItem last = found.get(page.limit() - 1);
        return new Page<>(
                found.subList(0, page.limit()),
                Optional.of(Cursor.encode(list, items.day(last).toString(), Long.toString(last.id()))));
    }

    /**
     * How many items there are behind amounts of a report and what they come to, by currency.
     *
     * @param bucket as of {@link #items}
     * @throws AppException {@link ErrorKind#INVALID} for a column that the report does not have
     */
    @Requires(Permission.READ_RECEIVABLE)
    public List<ItemSum> sums(AgingQuery query, String bucket) {
        AgingRules.check(query);
        AgingItems items = new AgingItems(query, repository.source(query));
        AgingRules.checkBucket(items, query, bucket);
        return repository.all(items.sums(bucket), row -> {
            String currency = row.getString(1);
            return new ItemSum(currency, row.getLong(2), CurrencyDigits.of(row.getBigDecimal(3), currency));
        });
    }
}
