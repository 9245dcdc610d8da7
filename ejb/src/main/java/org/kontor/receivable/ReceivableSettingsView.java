package org.kontor.receivable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a company entity works with what it is owed.
 *
 * @param id the company entity
 * @param version counts changes; 0 while nothing was said
 * @param updatedBy who changed it last; empty while nobody did
 * @param lockedThrough last day of the locked period
 * @param termsDays days until an invoice is due
 * @param notes text of new invoices
 * @param taxRounding where tax is rounded
 * @param pricesIncludeTax whether prices contain tax
 * @param allocation how payments are spread when nothing is said
 * @param gapFreeNumbers whether numbers are drawn one after the other, so that none is missing
 * @param numberRanges of invoices and of credit memos
 */
public record ReceivableSettingsView(
        long id,
        long version,
        String updatedBy,
        Optional<LocalDate> lockedThrough,
        int termsDays,
        String notes,
        TaxRounding taxRounding,
        boolean pricesIncludeTax,
        AllocationPolicy allocation,
        boolean gapFreeNumbers,
        List<NumberRangeView> numberRanges) {

    /** Copies the list. */
    public ReceivableSettingsView {
        numberRanges = List.copyOf(numberRanges);
    }

    /** The draft that, saved again, changes nothing. */
    public ReceivableSettingsDraft toDraft() {
        return new ReceivableSettingsDraft(
                lockedThrough,
                termsDays,
                notes,
                taxRounding,
                pricesIncludeTax,
                allocation,
                gapFreeNumbers,
                numberRanges);
    }
}
