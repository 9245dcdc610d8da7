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
}
