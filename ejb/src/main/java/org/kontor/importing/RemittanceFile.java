package org.kontor.importing;

import java.util.List;
import org.kontor.receivable.RemittanceLine;

/**
 * What was read from the file of a remittance advice.
 *
 * @param fileName name of the file
 * @param header names of its columns
 * @param numberColumn the column that holds the numbers of invoices
 * @param amountColumn the column that holds the amounts; empty when none does
 * @param lines the rows
 */
public record RemittanceFile(
        String fileName, List<String> header, String numberColumn, String amountColumn, List<RemittanceLine> lines) {

    /** Copies the lists. */
    public RemittanceFile {
        header = List.copyOf(header);
        lines = List.copyOf(lines);
    }
}
