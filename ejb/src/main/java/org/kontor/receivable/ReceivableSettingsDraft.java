package org.kontor.receivable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a company entity works with what it is owed.
 *
 * @param lockedThrough last day of the locked period; empty for none
 * @param termsDays days until an invoice is due, 0 to 999
 * @param notes text of new invoices, up to 4,000 characters
 * @param taxRounding where tax is rounded
 * @param pricesIncludeTax whether prices contain tax
 * @param allocation how payments are spread when nothing is said: OLDEST_DUE_FIRST or LEGAL_ORDER
 * @param gapFreeNumbers whether numbers are drawn one after the other, so that none is missing
 * @param numberRanges of invoices and of credit memos
 */
public record ReceivableSettingsDraft(
        Optional<LocalDate> lockedThrough,
        int termsDays,
        String notes,
        TaxRounding taxRounding,
        boolean pricesIncludeTax,
        AllocationPolicy allocation,
        boolean gapFreeNumbers,
        List<NumberRangeView> numberRanges) {

    /** Copies the list. */
    public ReceivableSettingsDraft {
        numberRanges = List.copyOf(numberRanges);
    }
}
