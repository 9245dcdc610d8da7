package org.kontor.report;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An open item of an aging report.
 *
 * @param id of its document
 * @param kind kind of document, such as {@code INVOICE} or {@code PAYMENT}
 * @param number its number; empty when it has none
 * @param customerId whose it is
 * @param customerName what that customer is called
 * @param currency ISO 4217 code
 * @param issueDate when it was issued
 * @param dueDate when it is due
 * @param age days since the day that the report counts from; 0 or less is not past due
 * @param bucket key of its column
 * @param amount of the document, without sign
 * @param open what is left of it on the day of the report; a minus for what is held for the customer
 */
public record AgingItem(
        long id,
        String kind,
        String number,
        long customerId,
        String customerName,
        String currency,
        LocalDate issueDate,
        LocalDate dueDate,
        long age,
        String bucket,
        BigDecimal amount,
        BigDecimal open) {}
