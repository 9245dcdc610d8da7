package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A tax rate of the list.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param code how lines name it
 * @param name what people read
 * @param percent percent
 * @param retired whether it is no longer offered
 */
public record TaxRateView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String code,
        String name,
        BigDecimal percent,
        boolean retired) {

    /** The draft that, saved again, changes nothing. */
    public TaxRateDraft toDraft() {
        return new TaxRateDraft(code, name, Optional.of(percent), retired);
    }
}
