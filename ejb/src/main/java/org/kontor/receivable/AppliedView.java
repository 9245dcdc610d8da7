package org.kontor.receivable;

import java.math.BigDecimal;
import java.util.List;

/**
 * What came of applying money.
 *
 * @param id of the first application; 0 when nothing was applied
 * @param applied how much in all
 * @param currency ISO 4217 code
 * @param remainder what is left of the money
 * @param applications what was applied to which item
 */
public record AppliedView(
        long id, BigDecimal applied, String currency, BigDecimal remainder, List<ApplicationView> applications) {

    /** Copies the list. */
    public AppliedView {
        applications = List.copyOf(applications);
    }

    /** What was applied of the money, as it is now. */
    static AppliedView of(OpenItem credit, List<ApplicationView> made) {
        BigDecimal sum = made.stream().map(ApplicationView::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new AppliedView(
                made.isEmpty() ? 0 : made.get(0).id(),
                Amounts.scaled(sum, credit.currency()),
                credit.currency(),
                credit.open(),
                made);
    }
}
