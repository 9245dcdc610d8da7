package org.kontor.customer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A view of the customer list that is wanted.
 *
 * @param name what it is called; 1 to 100 characters, once for each user
 * @param shared whether everybody who sees customers may use it
 * @param parameters what narrows and orders the list, by the names of the parameters in the address of its page: {@code q},
 *     {@code status}, {@code class}, {@code closed}, {@code importId}, {@code tag}, {@code flag}, {@code health}, {@code owner},
 *     {@code customField}, {@code sort}
 * @param columns names of the columns that are shown; empty for those that the reader has chosen
 */
public record SavedViewDraft(String name, boolean shared, Map<String, String> parameters, List<String> columns) {

    /** Trims the name, leaves blank parameters out. */
    public SavedViewDraft {
        name = name.strip();
        parameters = parameters.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        columns = columns.stream().distinct().toList();
    }
}
