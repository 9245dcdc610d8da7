package org.kontor.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.PostingKind;

/**
 * Something that changed what the customer owes.
 *
 * @param kind what happened
 * @param number of the document or payment; may be empty
 * @param date from which day on
 * @param currency ISO 4217 code
 * @param amount plus is owed more, minus less
 * @param balance what was owed then, this one counted
 * @param document what can be downloaded for it
 * @param documentId its number
 */
public record PortalEntry(
        PostingKind kind,
        String number,
        LocalDate date,
        String currency,
        BigDecimal amount,
        BigDecimal balance,
        Optional<DocumentKind> document,
        long documentId) {}
