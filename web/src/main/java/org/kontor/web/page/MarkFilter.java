package org.kontor.web.page;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.customer.CustomerHealth;
import org.kontor.customer.CustomerQuery.Marked;

/** The marks by which the customer list is narrowed, as they stand in its address: {@code tag}, {@code flag} and so on. */
public class MarkFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Names in the address, in the order of the chips. */
    static final List<String> NAMES = List.of("tag", "flag", "health", "owner", "customField", "notContactedFor");

    private final Map<String, String> values = new HashMap<>();

    /** Values by name, for the address; null for one that is not there. */
    public Map<String, String> getValues() {
        return values;
    }

    /** The value with this name; empty when the list is not narrowed by it. */
    String of(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).orElse("");
    }

    /** Whether any of them narrows the list. */
    boolean isSet() {
        return NAMES.stream().anyMatch(name -> !of(name).isEmpty());
    }

    /** What the service is asked for; a health that there is not narrows nothing. */
    Marked marked() {
        Set<CustomerHealth> health = Stream.of(CustomerHealth.values())
                .filter(h -> h.name().equals(of("health").toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return new Marked(
                set(of("tag")),
                set(of("flag")),
                health,
                Optional.of(of("owner")).filter(o -> !o.isEmpty()),
                customField(),
                quietDays());
    }

    /** What is no number of days narrows nothing. */
    private Optional<Integer> quietDays() {
        return Optional.of(of("notContactedFor"))
                .filter(days -> days.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(days -> days >= 1 && days <= Marked.MOST_QUIET_DAYS);
    }

    /** Key and value stand with a colon between; what is otherwise narrows nothing. */
    private Map<String, String> customField() {
        String given = of("customField");
        int colon = given.indexOf(':');
        return colon < 1
                ? Map.of()
                : Map.of(
                        given.substring(0, colon).strip(),
                        given.substring(colon + 1).strip());
    }

    private static Set<String> set(String value) {
        return value.isEmpty() ? Set.of() : Set.of(value);
    }
}
