package org.kontor.spi;

import java.util.List;

/**
 * The layout of a table of customers, or of what they owe and paid, that another app exported.
 *
 * <p>Kontor reads the file (charset, delimiter, quotes, sizes, progress, restart), and asks the format two things:
 * whether a header belongs to it, and what one row means. A format never opens a file, never writes, and knows nothing of
 * customers that exist already.
 *
 * <p><b>Calls.</b> {@link #match} for the first row of an uploaded file, of every registered format, and for some rows
 * below it as long as no format knows one: the table may begin under a title. {@link #mapper} once per piece of work (a dry
 * run, a run, each continuation after a restart), then {@link RowMapper#isData} and {@link RowMapper#map} once per row, in
 * the order of the file.
 *
 * <p><b>Threads.</b> {@link #match} and {@link #mapper} may be called by many threads at once; a {@link RowMapper} is
 * used by one thread at a time.
 *
 * <p><b>Repetition.</b> The same row must always give the same result: a run continues after a crash by reading again.
 *
 * <p><b>Errors.</b> A bad row is a {@link RowProblem} in the result, never an exception. An exception is a defect of
 * the format: it fails the run with the format's name.
 */
public non-sealed interface ImportFormat extends Capability {

    /** Every column the format understands, in the order in which a template file would have them (S3-16 to S3-24). */
    List<Column> columns();

    /**
     * Whether its rows are entries of the ledger ({@link RowResult#entries()}), all of them, and not customers. Whoever imports
     * such a file needs the permission to write receivables.
     */
    default boolean ledger() {
        return false;
    }

    /**
     * Says how well a header fits. Must not throw, whatever the header holds; a row that is no header of the format scores
     * below 50.
     *
     * @param header the cells of one row as they stand in the file, byte order mark removed
     */
    HeaderMatch match(List<String> header);

    /**
     * Makes a mapper for one file.
     *
     * @param header a header whose {@link #match} was {@link HeaderMatch#usable()}
     */
    RowMapper mapper(List<String> header);

    /**
     * A column of the format.
     *
     * @param name as it must stand in the header
     * @param required whether the header must have it; its cells may still be empty (S3-14)
     * @param description what it holds and, where not free text, which values are allowed
     */
    record Column(String name, boolean required, String description) {}

    /** Turns rows into customers. */
    interface RowMapper {
        /**
         * Whether a row belongs to the table at all. Totals, notes under the table and rows of other lists in the same
         * file do not: they are left out and counted as skipped, however many cells they have. Must not throw.
         *
         * @param cells the cells of one row, as many as it happens to have, at least one
         */
        default boolean isData(List<String> cells) {
            return true;
        }

        /**
         * Says what one row means for which {@link #isData} holds.
         *
         * @param cells the cells of one row in the order of the header; Kontor has made sure that there are as many as
         *     in the header
         */
        RowResult map(List<String> cells);
    }
}
