package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that changed what a customer owes (S4-131).
 *
 * @param id number of the posting
 * @param kind what happened
 * @param itemId the item that it concerns first
 * @param itemKind what that is
 * @param number its number or reference; may be empty
 * @param date from which day on
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 * @param currency ISO 4217 code
 * @param amount plus is owed more, minus less
 * @param balance what is owed less what is held in this currency, this one and all before it counted
 * @param open what is left of the item today
 */
public record TransactionView(
        long id,
        PostingKind kind,
        long itemId,
        ItemKind itemKind,
        String number,
        LocalDate date,
        Instant recordedAt,
        String recordedBy,
        String currency,
        BigDecimal amount,
        BigDecimal balance,
        BigDecimal open) {}
