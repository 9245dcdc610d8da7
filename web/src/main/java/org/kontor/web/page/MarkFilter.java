package org.kontor.web.page;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.customer.CustomerHealth;
import org.kontor.customer.CustomerQuery.Marked;
import org.kontor.shared.EscapedList;

/** The marks by which the customer list is narrowed, as they stand in its address: {@code tag}, {@code flag} and so on. */
public class MarkFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Names in the address, in the order of the chips. */
    static final List<String> NAMES = List.of("tag", "flag", "health", "owner", "customField", "notContactedFor");

    private static final Pattern PAIR = Pattern.compile("[A-Za-z][\\w-]*:");

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
                .filter(h -> set(of("health").toUpperCase(Locale.ROOT)).contains(h.name()))
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

    /**
     * Pairs with semicolons, key and value with a colon between; what is otherwise narrows nothing. A semicolon of a value has a backslash
     * before it; it may stand alone where no pair could begin behind it.
     */
    Map<String, String> customField() {
        Map<String, String> fields = new TreeMap<>();
        String key = "";
        for (String piece : EscapedList.pieces(of("customField"), ';')) {
            String pair = piece.stripLeading();
            if (PAIR.matcher(pair).lookingAt()) {
                int colon = pair.indexOf(':');
                key = pair.substring(0, colon);
                fields.put(key, pair.substring(colon + 1));
            } else if (!key.isEmpty()) {
                fields.merge(key, piece, (before, more) -> before + ";" + more);
            }
        }
        fields.replaceAll((name, value) -> value.strip());
        return fields;
    }

    /** The pairs for the address, this one among them. */
    String withField(String key, String value) {
        Map<String, String> fields = new TreeMap<>(customField());
        fields.put(key, value);
        return EscapedList.join(
                fields.entrySet().stream()
                        .map(field -> field.getKey() + ":" + field.getValue())
                        .toList(),
                ';');
    }

    /** Values with commas, one of a value with a backslash before it; the list shows what has one of them. */
    static Set<String> set(String values) {
        return new LinkedHashSet<>(EscapedList.split(values, ','));
    }

    /** The values with this one more; without it, where it is among them. */
    String toggled(String name, String value) {
        return toggled(set(of(name)), value);
    }

    /** These with one more or, where it is among them, without it. */
    static String toggled(Set<String> all, String value) {
        if (!all.remove(value)) {
            all.add(value);
        }
        return EscapedList.join(all, ',');
    }

    /** The values as people read them. */
    String shown(String name, Texts texts) {
        return switch (name) {
            case "health" ->
                set(of(name)).stream()
                        .map(value -> texts.find("health." + value).orElse(value))
                        .collect(Collectors.joining(", "));
            case "customField" ->
                customField().entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining(", "));
            default -> String.join(", ", set(of(name)));
        };
    }
}
