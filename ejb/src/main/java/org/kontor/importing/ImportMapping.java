package org.kontor.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a file mean.
 *
 * @param name under which it is kept for the next file with the same header; empty to use it once
 * @param columns name of a column to a field of {@link ImportField}, such as {@code "E-Mail": "email"}; {@code
 *     externalId:shop} names the system of an identifier. A column that is left out is not imported
 * @param values for fields with a choice ({@code class}, {@code status}, {@code gender}, {@code billMethod}, {@code country},
 *     {@code documentKind}): value of the file to value of Kontor. The empty value of {@code documentKind} says what the rows of a
 *     file are that does not tell: {@code {"": "PAYMENT"}}
 * @param dateOrder order of day and month; needed when dates can be read two ways
 */
public record ImportMapping(
        String name,
        Map<String, String> columns,
        Map<String, Map<String, String>> values,
        Optional<DateOrder> dateOrder) {

    /** Copies the maps; their order stays. */
    public ImportMapping {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
