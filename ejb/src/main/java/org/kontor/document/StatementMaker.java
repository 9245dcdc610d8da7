package org.kontor.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.report.AgingReport;
import org.kontor.shared.AppException;

/** Makes a statement, for a person or for a run. */
@ApplicationScoped
class StatementMaker {

    @Inject
    Addressees addressees;

    @Inject
    StatementFigures figures;

    @Inject
    Looks looks;

    @Inject
    Clock clock;

    /**
     * A statement as PDF.
     *
     * @throws AppException as {@link Statements#pdf}
     */
    Paper make(long customerId, StatementQuery query) {
        Addressee to = addressees.find(customerId);
        LocalDate asOf = check(to, query);
        Letterhead letterhead = looks.current(to.entityId());
        AgingReport aging = figures.aging(customerId, query.currency(), asOf);
        StatementPage page = new StatementPage(to, letterhead, aging);
        Map<String, Object> values = query.kind() == StatementKind.OPEN_ITEM
                ? page.open(figures.items(customerId, query.currency(), asOf))
                : forward(page, customerId, query, asOf);
        byte[] bytes = PdfRenderer.render(
                new TemplateText(looks.template(TemplateKind.STATEMENT, letterhead)
                                .body())
                        .fill(values),
                new PdfFacts(
                        "Statement " + to.name() + " " + asOf,
                        to.entityName(),
                        letterhead.locale(),
                        clock.instant(),
                        customerId),
                Optional.empty());
        String account = to.accountNumber().isEmpty() ? Long.toString(customerId) : to.accountNumber();
        return Paper.of("statement-" + account + "-" + asOf, ".pdf", Paper.PDF, bytes);
    }

    /**
     * A statement in figures.
     *
     * @throws AppException as {@link Statements#view}
     */
    StatementView show(long customerId, StatementQuery query) {
        Addressee to = addressees.find(customerId);
        LocalDate asOf = check(to, query);
        AgingReport aging = figures.aging(customerId, query.currency(), asOf);
        boolean open = query.kind() == StatementKind.OPEN_ITEM;
        Optional<LocalDate> from = open ? Optional.empty() : Optional.of(first(query, asOf));
        List<StatementView.Section> sections = from.map(day -> StatementSections.forward(
                        aging,
                        figures.balances(customerId, query.currency(), day.minusDays(1)),
                        figures.transactions(customerId, query.currency(), day, asOf)))
                .orElseGet(() -> StatementSections.open(aging, figures.items(customerId, query.currency(), asOf)));
        return new StatementView(customerId, to.name(), to.accountNumber(), query.kind(), asOf, from, sections);
    }

    private Map<String, Object> forward(StatementPage page, long customerId, StatementQuery query, LocalDate asOf) {
        LocalDate from = first(query, asOf);
        return page.forward(
                from,
                figures.balances(customerId, query.currency(), from.minusDays(1)),
                figures.transactions(customerId, query.currency(), from, asOf));
    }

    /**
     * The day of a statement.
     *
     * @throws AppException as {@link #check(StatementQuery, LocalDate)}
     */
    LocalDate check(Addressee to, StatementQuery query) {
        LocalDate asOf = query.asOf().orElseGet(() -> LocalDate.ofInstant(clock.instant(), to.zone()));
        check(query, asOf);
        return asOf;
    }

    /**
     * Looks whether there can be such a statement.
     *
     * @throws AppException {@link org.kontor.shared.ErrorKind#INVALID} for days in the wrong order, and for no currency
     */
    static void check(StatementQuery query, LocalDate asOf) {
        if (query.kind() == StatementKind.BALANCE_FORWARD && first(query, asOf).isAfter(asOf)) {
            throw AppException.invalid("from", "WRONG_ORDER", "Choose a first day that is not after " + asOf + ".");
        }
        if (!query.currency().isEmpty() && !query.currency().matches("[A-Z]{3}")) {
            throw AppException.invalid(
                    "currency", "CURRENCY_UNKNOWN", "Enter a currency code of ISO 4217, such as EUR.");
        }
    }

    private static LocalDate first(StatementQuery query, LocalDate asOf) {
        return query.from().orElseGet(() -> asOf.minusMonths(1).plusDays(1));
    }
}
