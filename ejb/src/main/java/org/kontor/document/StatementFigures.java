package org.kontor.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.TransactionQuery;
import org.kontor.receivable.TransactionView;
import org.kontor.report.Aging;
import org.kontor.report.AgingBasis;
import org.kontor.report.AgingBucket;
import org.kontor.report.AgingGroup;
import org.kontor.report.AgingItem;
import org.kontor.report.AgingLine;
import org.kontor.report.AgingQuery;
import org.kontor.report.AgingReport;
import org.kontor.shared.AppException;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** What statements say in figures: those of the reports, so that a statement and the aging of the same day agree. */
@ApplicationScoped
class StatementFigures {

    /** More lines than this are no letter any more. */
    static final int MOST = 5_000;

    @Inject
    Aging aging;

    @Inject
    CustomerAccounts accounts;

    /** What is owed by age, a line for each currency. */
    AgingReport aging(long customerId, String currency, LocalDate asOf) {
        return aging.report(
                query(customerId, currency, asOf), new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()));
    }

    /** What the balance was at the end of a day, by currency. */
    Map<String, BigDecimal> balances(long customerId, String currency, LocalDate day) {
        Map<String, BigDecimal> balances = new LinkedHashMap<>();
        for (AgingLine line : aging(customerId, currency, day).items()) {
            balances.put(line.currency(), line.buckets().getOrDefault(AgingBucket.TOTAL, BigDecimal.ZERO));
        }
        return balances;
    }

    /** What is open, the oldest first. */
    List<AgingItem> items(long customerId, String currency, LocalDate asOf) {
        return all(
                page -> aging.items(query(customerId, currency, asOf), "", page),
                "Narrow it to one currency, or send the invoices themselves.");
    }

    /** What changed the balance, the oldest first. */
    List<TransactionView> transactions(long customerId, String currency, LocalDate from, LocalDate to) {
        TransactionQuery query = new TransactionQuery(Set.of(), false, Optional.of(from), Optional.of(to));
        List<TransactionView> found = new ArrayList<>(
                all(page -> accounts.transactions(customerId, query, page), "Choose a later first day."));
        found.removeIf(each -> !currency.isEmpty() && !each.currency().equals(currency));
        Collections.reverse(found);
        return found;
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> source, String cure) {
        List<T> found = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<T> page = source.apply(new PageRequest(PageRequest.MAX_LIMIT, next));
            found.addAll(page.items());
            next = page.nextCursor();
            if (found.size() > MOST) {
                throw AppException.invalid("from", "TOO_MANY_LINES", cure + " A statement has at most 5,000 lines.");
            }
        } while (next.isPresent());
        return found;
    }

    private static AgingQuery query(long customerId, String currency, LocalDate asOf) {
        return new AgingQuery(
                Optional.of(asOf),
                Optional.empty(),
                AgingBasis.DUE_DATE,
                AgingGroup.CUSTOMER,
                Optional.of(customerId),
                false,
                Optional.empty(),
                currency,
                "",
                List.of());
    }
}
