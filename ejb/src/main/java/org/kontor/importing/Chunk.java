package org.kontor.importing;

import java.util.List;

/**
 * Rows that follow each other.
 *
 * @param firstRow number of the first one, also when there is none
 * @param rows the rows
 * @param bytesRead bytes of the file up to here
 * @param last whether the file ends behind them
 */
record Chunk(long firstRow, List<Mapped> rows, long bytesRead, boolean last) {

    long lastRow() {
        return firstRow + rows.size() - 1;
    }
}
