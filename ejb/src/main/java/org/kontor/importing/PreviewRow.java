package org.kontor.importing;

import java.util.List;
import java.util.Optional;
import org.kontor.customer.CustomerDraft;

/**
 * A row of the file as it will look.
 *
 * @param row number of the row
 * @param displayName the name the customer will get; empty when the row is rejected
 * @param draft the customer as it will be stored
 * @param document what a row of a file of the ledger brings; empty in a file of customers
 * @param problems what is wrong with it
 */
public record PreviewRow(
        long row,
        String displayName,
        CustomerDraft draft,
        Optional<PreviewDocument> document,
        List<ImportProblem> problems) {}
