package org.kontor.lifecycle;

import java.util.List;

/**
 * Rows of one kind that belong to the customers of a merge, before and after; the proof that nothing was lost.
 *
 * @param noun what one is called, such as {@code invoice}
 * @param ofTarget how many the target had
 * @param ofSources how many the sources had
 * @param after how many the target has now
 * @param united how many were the same as another and became one with it
 * @param sums sums before and after by currency; empty for what is no money
 * @param checksumBefore checksum over what is conserved, whoever it belongs to: the content of the rows, or for those that can be
 *     united what makes them the same
 * @param checksumAfter the same afterwards
 */
public record MergedRows(
        String noun,
        long ofTarget,
        long ofSources,
        long after,
        long united,
        List<Sum> sums,
        String checksumBefore,
        String checksumAfter) {

    /** Copies the list. */
    public MergedRows {
        sums = List.copyOf(sums);
    }

    /**
     * Money of one currency.
     *
     * @param currency ISO 4217 code; for documents with their kind before it
     * @param before sum before, of target and sources
     * @param after sum afterwards
     */
    public record Sum(String currency, String before, String after) {}
}
