package org.kontor.importing;

import java.util.List;
import org.kontor.customer.CustomerDraft;

/**
 * A row of the file as it will look.
 *
 * @param row number of the row
 * @param displayName the name the customer will get; empty when the row is rejected
 * @param draft the customer as it will be stored
 * @param problems what is wrong with it
 */
public record PreviewRow(long row, String displayName, CustomerDraft draft, List<ImportProblem> problems) {}
