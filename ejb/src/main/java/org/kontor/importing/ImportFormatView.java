package org.kontor.importing;

import java.util.List;

/**
 * An import format that a registered connector offers.
 *
 * @param id stable name
 * @param name name for people
 * @param connector id of the connector
 * @param version version of the connector
 * @param requiredColumns columns that the header must have
 * @param columns all columns
 */
public record ImportFormatView(
        String id, String name, String connector, String version, List<String> requiredColumns, List<String> columns) {}
