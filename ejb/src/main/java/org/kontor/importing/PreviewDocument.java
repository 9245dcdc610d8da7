package org.kontor.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a row of a file of the ledger brings. A document of several rows has as many of these.
 *
 * @param kind INVOICE, CREDIT_MEMO, PAYMENT or OPENING_BALANCE
 * @param number number of the document; may be empty
 * @param date date of the document; empty for the day of the import
 * @param due when it is to be paid; empty for the usual days
 * @param currency ISO 4217 code; empty for that of the customer
 * @param amount what the row says the document comes to; empty where its lines say it
 */
public record PreviewDocument(
        String kind,
        String number,
        Optional<LocalDate> date,
        Optional<LocalDate> due,
        String currency,
        Optional<BigDecimal> amount) {

    static PreviewDocument of(LedgerRow row) {
        return new PreviewDocument(
                row.entry().kind().name(),
                row.entry().number(),
                row.entry().date(),
                row.entry().due(),
                row.entry().currency(),
                row.entry().amount());
    }
}
