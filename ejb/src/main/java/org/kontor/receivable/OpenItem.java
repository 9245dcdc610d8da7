package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is owed, or held for the customer, and how much of it is left.
 *
 * @param id id of the item and of its document
 * @param customerId whose it is
 * @param entityId the company entity that it is owed to
 * @param kind what it came from
 * @param owed true when the customer owes it, false when it is held for the customer
 * @param component costs, interest or principal
 * @param number number of the document; empty when it has none
 * @param currency ISO 4217 code
 * @param amount what it began with, without sign
 * @param open what is left, without sign
 * @param issueDate day from which it counts
 * @param dueDate day on which it is due
 * @param voided whether it was voided
 * @param writtenOff whether something of it was given up
 */
public record OpenItem(
        long id,
        long customerId,
        long entityId,
        ItemKind kind,
        boolean owed,
        ItemComponent component,
        String number,
        String currency,
        BigDecimal amount,
        BigDecimal open,
        LocalDate issueDate,
        LocalDate dueDate,
        boolean voided,
        boolean writtenOff) {

    /** The same with a number. */
    OpenItem numbered(String drawn) {
        return new OpenItem(
                id,
                customerId,
                entityId,
                kind,
                owed,
                component,
                drawn,
                currency,
                amount,
                open,
                issueDate,
                dueDate,
                voided,
                writtenOff);
    }
}
