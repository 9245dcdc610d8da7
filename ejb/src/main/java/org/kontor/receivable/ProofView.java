package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Whether the ledger is what it should be.
 *
 * @param at when it was looked at
 * @param holds whether every check found nothing
 * @param postings how many postings there are
 * @param movements how many movements of items
 * @param checks what was looked for
 * @param totals what accounts come to, by currency
 */
public record ProofView(
        Instant at, boolean holds, long postings, long movements, List<Check> checks, List<Total> totals) {

    /** Copies the lists. */
    public ProofView {
        checks = List.copyOf(checks);
        totals = List.copyOf(totals);
    }

    /**
     * Something that must not be.
     *
     * @param name what must hold, in words
     * @param found how many are against it
     * @param examples ids of the first of them
     */
    public record Check(String name, long found, List<Long> examples) {

        /** Copies the list. */
        public Check {
            examples = List.copyOf(examples);
        }
    }

    /**
     * What an account comes to.
     *
     * @param account its name
     * @param currency ISO 4217 code
     * @param amount plus is debit
     */
    public record Total(String account, String currency, BigDecimal amount) {}
}
