package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An item that is sold.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param code how lines name it
 * @param name what people read
 * @param description what a line says; empty for the name
 * @param unitPrice price of one
 * @param currency ISO 4217 code
 * @param taxCode code in the list of tax rates; empty for none
 * @param retired whether it is no longer offered
 */
public record SalesItemView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String code,
        String name,
        String description,
        BigDecimal unitPrice,
        String currency,
        String taxCode,
        boolean retired) {

    /** The draft that, saved again, changes nothing. */
    public SalesItemDraft toDraft() {
        return new SalesItemDraft(code, name, description, Optional.of(unitPrice), currency, taxCode, retired);
    }
}
