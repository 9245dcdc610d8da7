package org.kontor.receivable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Money that is held, to be applied to what is owed.
 *
 * @param creditItemId id of the payment, credit, credit memo or opening balance
 * @param effectiveDate from which day on; empty means today. Nothing is applied before both are there
 * @param allocation how it is spread; empty means MANUAL
 * @param lines the items that it settles, for MANUAL and INSTRUCTION
 */
public record ApplicationDraft(
        long creditItemId,
        Optional<LocalDate> effectiveDate,
        Optional<AllocationPolicy> allocation,
        List<AllocationLine> lines) {

    /** Copies the list. */
    public ApplicationDraft {
        lines = List.copyOf(lines);
    }
}
